"""Whether what pytest reported of a test fits what the test's own call did."""

import unittest

from project import of_project


def make_doubts(incident, witness, plugin, configuration):
    """The function that compares them, once a test has ended."""
    import pytest
    from _pytest.skipping import evaluate_xfail_marks
    from _pytest.unittest import TestCaseFunction

    skips = (pytest.skip.Exception, unittest.SkipTest)

    def doubts(item):
        reported = {outcome for when, outcome in witness.outcomes}
        call = [outcome for when, outcome in witness.outcomes if when == "call"]
        raised = witness.raised
        case = isinstance(item, TestCaseFunction)
        if "passed" in call and witness.calls == 0 and not outsiders(item, "pytest_runtest_protocol"):
            incident("altered_outcome", "the test was reported as passed, but it was never run")
            return
        if "passed" in call and not witness.called and not case and not outsiders(item, "pytest_pyfunc_call"):
            incident("altered_outcome", "the test was reported as passed, but its function was never called")
            return
        run = getattr(type(getattr(item, "_testcase", None) or getattr(item, "instance", None)), "run", None) if case else None
        if "passed" in call and not witness.called and hasattr(run, "__code__") and of_project(run.__code__):
            incident("altered_outcome", "the test was reported as passed, but its method was never called")
            return
        if raised is None:
            return
        if issubclass(raised, (skips, pytest.xfail.Exception, pytest.exit.Exception)):
            if issubclass(raised, pytest.exit.Exception) or "passed" not in call:
                return
        if "failed" in reported or "error" in reported:
            return
        if "passed" in call and not outsiders(item, "pytest_runtest_makereport", "pytest_runtest_call",
                                                                 "pytest_pyfunc_call", "pytest_runtest_protocol",
                                                                 "pytest_runtest_logreport"):
            incident("altered_outcome", "the test raised %s and was reported as passed" % raised.__name__)
        elif "skipped" in call and not issubclass(raised, skips):
            incident("altered_outcome", "the test raised %s and was reported as skipped" % raised.__name__)
        elif "xfailed" in call and not expects_failure(item):
            incident("altered_outcome", "the test raised %s and was reported as expected to fail, which it is not marked as"
                     % raised.__name__)
        elif not reported and issubclass(raised, Exception):
            incident("altered_outcome", "the test raised %s and nothing was reported of it" % raised.__name__)

    def expects_failure(item):
        try:
            marked = evaluate_xfail_marks(item) is not None
        except BaseException:
            marked = True
        function = getattr(item, "obj", None)
        return (marked or getattr(function, "__unittest_expecting_failure__", False)
                or getattr(getattr(item, "cls", None), "__unittest_expecting_failure__", False))

    def outsiders(item, *hooks):
        """Whether only a plugin that is installed, neither pytest's own nor the project's, can have had a say in this: one
        that runs coroutines or tries again, for example. Where the project has a hook too, it is asked."""
        installed = False
        if of_project(getattr(type(item).runtest, "__code__", outsiders.__code__)):
            return False
        for hook in hooks:
            for impl in getattr(configuration().hook, hook).get_hookimpls():
                function = impl.function
                code = getattr(getattr(function, "__func__", function), "__code__", None)
                if code is None or impl.plugin is plugin:
                    continue
                if of_project(code):
                    return False
                module = getattr(function, "__module__", "") or ""
                installed = installed or not module.startswith("_pytest")
        return installed

    return doubts
