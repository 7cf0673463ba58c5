"""Runs tests with unittest, and watches each test's own method."""

import functools
import inspect
import re
import sys
import time
import types
import unittest

from channel import clean
from comparison import make_comparison
from integrity import make_integrity
from interpreter import forget_shadowed, settle
from project import ROOT, of_project
from unittest_suite import control_case, discover, flat, name_what_needs_pytest, selected

# Keeps the frames of this file out of unittest's texts
__unittest = True

def run_unittest(send, report, incident, witness, job, finish_coverage):
    class Result(unittest.TestResult):
        """Reports a test when it stops: until then a subtest, a clean-up or an expected failure can change its outcome."""

        def startTest(self, test):
            super().startTest(test)
            began(test)

        def stopTest(self, test):
            super().stopTest(test)
            ended(test)

        def addError(self, test, err):
            super().addError(test, err)
            record(test, "error", self.errors[-1][1])

        def addFailure(self, test, err):
            super().addFailure(test, err)
            record(test, "failed", self.failures[-1][1])

        def addSkip(self, test, reason):
            super().addSkip(test, reason)
            record(test, "skipped", str(reason))

        def addExpectedFailure(self, test, err):
            super().addExpectedFailure(test, err)
            record(test, "xfailed", self.expectedFailures[-1][1])

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            record(test, "xpassed", "The test is marked as an expected failure, but it passed.")

        def addSubTest(self, test, subtest, err):
            super().addSubTest(test, subtest, err)
            if err is not None:
                failed = issubclass(err[0], test.failureException)
                text = (self.failures if failed else self.errors)[-1][1]
                record(test, "failed" if failed else "error", "%s\n%s" % (subtest._subDescription(), text))

    state = {"running": None, "outcome": None, "texts": [], "at": 0.0, "seconds": 0.0, "method": None}
    counts = dict.fromkeys(("tests", "failed", "error", "skipped", "xfailed", "xpassed"), 0)
    unstarted = {}
    halted = set()
    watched = set()
    rank = ("passed", "skipped", "xfailed", "xpassed", "failed", "error")
    controls = {}
    clock = time.perf_counter

    def began(test):
        state["running"] = test
        state["outcome"] = "passed"
        state["texts"] = []
        name = test.id()
        witness.begin(name)
        if id(test) not in controls:
            counts["tests"] += 1
            if unstarted.get(name):
                unstarted[name] -= 1
            send({"event": "running", "id": clean(name)[:1000]})
        state["method"] = getattr(test, getattr(test, "_testMethodName", ""), None)
        state["code"] = inner_code(state["method"])
        if not watch_method(test):
            witness.called = True
        state["at"] = clock()

    def inner_code(method):
        function = getattr(method, "__func__", method)
        return getattr(getattr(function, "__wrapped__", function), "__code__", None)

    def watch_method(test):
        """Puts a witness in the place of the test's method, of this one test. False if that is not possible."""
        if id(test) in watched:
            return True
        method = getattr(test, getattr(test, "_testMethodName", ""), None)
        function = getattr(method, "__func__", None)
        if not isinstance(function, types.FunctionType):
            return False
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def seen(self, *args, **kwargs):
                witness.called = True
                try:
                    return await function(self, *args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
        else:
            @functools.wraps(function)
            def seen(self, *args, **kwargs):
                witness.called = True
                try:
                    return function(self, *args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
                finally:
                    check(in_test=True)  # before a clean-up puts back what was replaced
        try:
            setattr(test, test._testMethodName, types.MethodType(seen, test))
        except Exception:
            return False
        watched.add(id(test))
        return True

    def ended(test):
        if state["running"] is None:
            return  # Python 3.12.1 ends what it skips without having begun it
        seconds = clock() - state["at"]
        name = test.id()
        if id(test) in controls:
            send({"event": "control", "id": controls[id(test)], "outcome": state["outcome"]})
        else:
            if inner_code(state["method"]) is not state["code"]:
                incident("altered_framework", "changed the code of the test while it was set up or run")
            doubts(test, name)
            report(name, state["outcome"], seconds, "\n\n".join(state["texts"]) or None)
        watched.discard(id(test))
        vars(test).pop(getattr(test, "_testMethodName", ""), None)
        state["running"] = None
        check()
        witness.begin(None)

    def doubts(test, name):
        outcome = state["outcome"]
        raised = witness.raised
        skip = raised is not None and issubclass(raised, unittest.SkipTest)
        expecting = (getattr(state["method"], "__unittest_expecting_failure__", False)
                     or getattr(type(test), "__unittest_expecting_failure__", False))
        if raised is not None and not skip and (outcome in ("passed", "skipped") or outcome == "xfailed" and not expecting):
            incident("altered_outcome", "the test raised %s and was reported as %s" % (raised.__name__, outcome))
        elif outcome == "passed" and not witness.called and of_project(getattr(type(test).run, "__code__", check.__code__)):
            incident("altered_outcome", "the test's method was never called, and it was reported as passed")

    def record(test, outcome, text):
        name = test.id()
        if id(test) in controls:
            state["outcome"] = outcome
            return
        counts[outcome] += 1
        if state["running"] is None:
            # setUpClass, setUpModule and their counterparts are no tests, but they fail and skip like ones
            halted.add(name)
            report(name, outcome, 0.0, text)
            return
        if rank.index(outcome) >= rank.index(state["outcome"]):
            state["outcome"] = outcome
        state["texts"].append(text)

    def not_run():
        """Those whose class or module could not be set up, which has been reported."""
        scopes = [re.sub(r"^\w+ \((.*)\)$", r"\1", name) for name in halted]
        return sum(count for name, count in unstarted.items() if any((name + ".").startswith(scope + ".") for scope in scopes))

    sys.path.insert(0, ROOT)
    more = [(Result, name) for name in ("startTest", "stopTest", "addError", "addFailure", "addSkip", "addExpectedFailure",
                                        "addUnexpectedSuccess", "addSubTest")]
    check = make_integrity(incident, False, more)
    forget_shadowed(send)
    settle()
    try:
        suite, lines = discover()
    except SystemExit as stopped:
        raise RuntimeError("a test module ended the interpreter while it was imported (SystemExit: %s)" % stopped.code)
    for line in lines:
        send({"event": "note", "text": line})
    suite = selected(suite, job)
    tests = list(flat(suite))
    compare = make_comparison(incident)
    for test in tests:
        kind, method = type(test), getattr(test, "_testMethodName", "")
        module = sys.modules.get(kind.__module__)
        compare(test.id(), getattr(kind, method, None), getattr(module, "__file__", None) or "", kind.__name__ + "." + method)
        watch_method(test)
        unstarted[test.id()] = unstarted.get(test.id(), 0) + 1
    send({"event": "start", "framework": "unittest", "expected": len(unstarted)})
    if job["framework"] != "unittest":
        name_what_needs_pytest(send)
    check()
    result = Result()
    kind = control_case(job["controls"], tests)
    began_at = clock()
    result.startTestRun()

    def run_controls():
        kept = (result.testsRun, len(result.failures), len(result.errors))
        these = [kind(name) for name in job["controls"]]
        controls.clear()
        controls.update((id(test), test._testMethodName) for test in these)
        unittest.TestSuite(these).run(result)
        result.testsRun = kept[0]
        del result.failures[kept[1]:], result.errors[kept[2]:]
        controls.clear()

    try:
        run_controls()
        suite.run(result)
        run_controls()
    finally:
        result.stopTestRun()
    witness.begin(None)
    check()
    seconds = clock() - began_at
    lists = (len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures),
             len(result.unexpectedSuccesses), result.testsRun)
    if lists != tuple(counts[name] for name in ("failed", "error", "skipped", "xfailed", "xpassed", "tests")):
        incident("altered_outcome", "the framework's lists of outcomes were changed")
    finish_coverage()
    send({"event": "end", "totals": {
        "tests": counts["tests"], "failed": counts["failed"], "errors": counts["error"], "skipped": counts["skipped"],
        "xfailed": counts["xfailed"], "xpassed": counts["xpassed"], "seconds": seconds, "not_run": not_run()}})

