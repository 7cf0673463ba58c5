"""Whether the framework is still what it was before the project's code was loaded: what decides about outcomes is remembered and
compared after each test."""

import builtins
import sys
import unittest


def functions_of(owner, names=None):
    for name, value in list(vars(owner).items()):
        if names is None or name in names:
            yield owner, name, value


def decisive(with_pytest):
    """What decides about outcomes: (owner, name, value) of each function. Deprecated aliases, and what projects replace for
    other reasons (shortDescription, id), are not among them."""
    case = unittest.case
    aliases = {"failUnlessEqual", "assertEquals", "assertNotEquals", "assertAlmostEquals", "assertNotAlmostEquals",
               "assertRegexpMatches", "assertNotRegexpMatches", "assertRaisesRegexp", "assert_"}
    yield from ((o, n, v) for o, n, v in functions_of(case.TestCase)
                if (n.startswith(("assert", "_assert", "fail")) and n not in aliases)
                or n in ("run", "__call__", "_callTestMethod", "_callSetUp", "_callTearDown", "_addSkip", "subTest", "skipTest",
                         "_addExpectedFailure", "_addUnexpectedSuccess", "_feedErrorsToResult"))
    yield from functions_of(case._Outcome, ("testPartExecutor", "__init__"))
    yield from functions_of(case._AssertRaisesContext, ("__exit__", "__enter__"))
    yield from functions_of(unittest.result.TestResult, (
        "addError", "addFailure", "addSkip", "addSuccess", "addExpectedFailure", "addUnexpectedSuccess", "addSubTest",
        "startTest", "stopTest"))
    yield from functions_of(unittest.loader.TestLoader)
    yield sys.modules, "unittest", unittest
    yield from functions_of(unittest.suite.TestSuite, ("run", "__call__"))
    yield from functions_of(unittest.suite.BaseTestSuite, ("run", "__call__", "__iter__"))
    for name in ("AssertionError", "Exception", "BaseException", "isinstance", "issubclass", "getattr", "type", "bool", "len",
                 "compile", "exec", "repr"):
        yield builtins, name, getattr(builtins, name)
    if not with_pytest:
        return
    import _pytest.assertion.rewrite
    import _pytest.main
    import _pytest.outcomes
    import _pytest.python
    import _pytest.reports
    import _pytest.runner
    import _pytest.skipping
    import _pytest.unittest
    import pluggy
    import pluggy._callers
    import pytest
    yield sys.modules, "pytest", pytest
    rewrite = _pytest.assertion.rewrite
    yield from functions_of(rewrite, ("rewrite_asserts", "_rewrite_test", "_read_pyc"))
    yield from functions_of(rewrite.AssertionRewriter, ("run", "visit_Assert"))
    yield from functions_of(rewrite.AssertionRewritingHook, ("exec_module", "find_spec"))
    yield from functions_of(_pytest.runner, (
        "pytest_runtest_protocol", "runtestprotocol", "call_and_report", "call_runtest_hook", "pytest_runtest_makereport",
        "pytest_runtest_call", "pytest_runtest_setup", "check_interactive_exception", "collect_one_node",
        "pytest_make_collect_report"))
    yield from functions_of(_pytest.runner.CallInfo, ("from_call", "__init__"))
    yield from functions_of(_pytest.reports.TestReport, ("from_item_and_call", "__init__"))
    yield from functions_of(_pytest.reports.BaseReport, ("passed", "failed", "skipped"))
    yield from functions_of(_pytest.python, ("pytest_pyfunc_call",))
    yield from functions_of(_pytest.python.Function, ("runtest", "setup"))
    yield from functions_of(_pytest.unittest.TestCaseFunction, (
        "runtest", "addError", "addFailure", "_addexcinfo", "addSkip", "addExpectedFailure", "addUnexpectedSuccess",
        "addSuccess", "addSubTest", "setup", "startTest", "stopTest"))
    yield from functions_of(_pytest.main, ("pytest_runtestloop", "_main", "pytest_cmdline_main"))
    yield from functions_of(_pytest.main.Session, ("pytest_runtest_logreport", "perform_collect"))
    yield from functions_of(_pytest.skipping, (
        "pytest_runtest_makereport", "pytest_runtest_setup", "pytest_runtest_call", "evaluate_xfail_marks",
        "evaluate_skip_marks"))
    yield from functions_of(_pytest.outcomes, ("fail", "Failed", "skip", "xfail"))
    yield from functions_of(pluggy._callers, ("_multicall",))
    yield from functions_of(pytest, ("raises", "fail", "approx", "main"))
    raising = type(pytest.raises(KeyError))
    yield from functions_of(raising, ("__exit__", "__enter__"))
    hooks = getattr(pluggy, "_hooks", None) or __import__("pluggy._hooks", fromlist=["x"])
    caller = getattr(hooks, "HookCaller", None) or hooks._HookCaller
    yield from functions_of(caller, ("__call__", "call_extra", "get_hookimpls"))


def fingerprint(value):
    """What a function is and does, as far as that can be compared."""
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    if isinstance(value, property):
        value = value.fget
    return id(value), getattr(value, "__code__", None), getattr(value, "__defaults__", None)


def make_integrity(incident, with_pytest, more):
    """The function that compares the framework, and what else is decisive, with what it was."""
    known = []
    for owner, name, value in decisive(with_pytest):
        known.append((owner, name, value, fingerprint(value)))
    for owner, name in more:
        value = vars(owner)[name]
        known.append((owner, name, value, fingerprint(value)))
    get = vars
    told = set()

    def check(in_test=False):
        for owner, name, value, print_ in known:
            if in_test and (owner is builtins or owner is sys.modules):
                continue  # which fakes replace for as long as a test takes
            now = (owner if owner is sys.modules else get(owner)).get(name)
            if now is not value or fingerprint(now) != print_:
                what = "%s.%s" % (getattr(owner, "__qualname__", getattr(owner, "__name__", "sys.modules")), name)
                if what not in told:
                    told.add(what)
                    incident("altered_framework", "replaced or changed " + what)

    return check

