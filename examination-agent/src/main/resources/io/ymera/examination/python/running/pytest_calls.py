"""Watches each test's own call under pytest, below every hook: a hook may report something else, or never come to the call."""

import functools
import inspect
import types

from comparison import make_comparison
from project import of_project


def code_of(function):
    function = getattr(function, "__func__", function)
    function = getattr(function, "__wrapped__", function)
    return getattr(function, "__code__", None)


def outer_code(function):
    return getattr(getattr(function, "__func__", function), "__code__", None)


def make_calls(incident, witness, check_framework):
    """The functions that remember a test when it is found, watch it while it runs (returning what undoes that), put a witness in the
    place of pytest's own innermost call, and check that all this is still there."""
    import pytest
    from _pytest.unittest import TestCaseFunction

    compare = make_comparison(incident)
    originals = {}
    state = {"hooked": False, "innermost": None, "registered": None}

    def found(item):
        made = getattr(item, "_obj", None)
        originals[id(item)] = code_of(made), outer_code(made)
        name = getattr(item, "originalname", None)
        holder = getattr(item.parent, "obj", None)
        written = outer_code(getattr(holder, name, None)) if name else None
        now = outer_code(made)
        if name and isinstance(item, pytest.Function):
            inside = [each.name for each in item.listchain() if isinstance(each, pytest.Class)]
            compare(item.nodeid, getattr(holder, name, None), str(item.fspath), ".".join(inside + [name]))
        if written is not None and now is not None and now is not written and of_project(now):
            incident("altered_framework", "put another function in the place of a test: " + item.nodeid)

    def replaced(item):
        """What is in a wrapper doesn't say what the wrapper makes of it: one of the project's own is another function."""
        inner, outer = originals.get(id(item), (None, None))
        made = getattr(item, "_obj", None)
        for before, now in ((inner, code_of(made)), (outer, outer_code(made))):
            if before is not None and now is not None and now is not before and of_project(now):
                incident("altered_framework", "replaced the function of the test after it was found")
                return
        own = vars(item).get("runtest")
        if own is not None and of_project(getattr(own, "__code__", make_calls.__code__)):
            incident("altered_framework", "replaced how the test is run")

    def arm(item):
        """Watches the test's own call, below every hook. Returns what undoes it."""
        replaced(item)
        real = item.runtest
        names = ["runtest"]

        def runtest():
            __tracebackhide__ = True
            witness.called = witness.called or not isinstance(item, pytest.Function)
            witness.raised = None
            witness.calls += 1
            replaced(item)  # by a fixture
            put_back = wrap_object(item) if wrapped else lambda: None
            try:
                return real()
            except BaseException as raised:
                witness.raised = witness.raised or type(raised)
                raise
            finally:
                put_back()
                check_framework(in_test=True)  # before fixtures put back what they replaced

        wrapped = False
        if isinstance(item, TestCaseFunction):
            start = item.startTest

            def startTest(testcase):
                start(testcase)
                wrap_method(testcase, item.name)

            item.startTest = startTest
            names.append("startTest")
        elif isinstance(item, pytest.Function) and (state["hooked"] or not state["innermost"]):
            wrapped = True
        item.runtest = runtest
        before = dict.fromkeys(names)

        def undo():
            for name in before:
                vars(item).pop(name, None)

        return undo

    def wrap_method(testcase, name):
        method = getattr(testcase, name, None)
        function = getattr(method, "__func__", None)
        if not isinstance(function, types.FunctionType):
            witness.called = True
            return
        try:
            setattr(testcase, name, types.MethodType(seen(function, witness), testcase))
        except Exception:
            witness.called = True

    def wrap_object(item):
        """Watches the function itself: a hook of the project may call it and never come to pytest's own call."""
        try:
            before = item.obj
            item.obj = seen(before, witness)
        except Exception:
            witness.called = True
            return lambda: None

        def put_back():
            item.obj = before

        return put_back

    def install(session, plugin):
        config = session.config
        caller = config.hook.pytest_pyfunc_call
        for impl in caller.get_hookimpls():
            code = getattr(getattr(impl.function, "__func__", impl.function), "__code__", None)
            if getattr(impl.function, "__module__", "") == "_pytest.python":
                original = impl.function

                def innermost(pyfuncitem):
                    __tracebackhide__ = True
                    witness.called = True
                    witness.raised = None
                    try:
                        return original(pyfuncitem)
                    except BaseException as raised:
                        witness.raised = type(raised)
                        raise

                impl.function = innermost
                state["innermost"] = (impl, innermost)
            elif code is not None and of_project(code):
                state["hooked"] = True
        state["registered"] = lambda: config.pluginmanager.is_registered(plugin)

    def check():
        check_framework()
        innermost = state["innermost"]
        if innermost and innermost[0].function is not innermost[1]:
            incident("altered_framework", "replaced pytest's innermost call of a test")
        if state["registered"] and not state["registered"]():
            incident("altered_framework", "took the runner's plugin away from pytest")

    return found, arm, install, check


def seen(function, witness):
    """The function, watched; whether it is a coroutine's stays as it is."""
    if inspect.iscoroutinefunction(function):
        @functools.wraps(function)
        async def watched(*args, **kwargs):
            __tracebackhide__ = True
            witness.called = True
            try:
                return await function(*args, **kwargs)
            except BaseException as raised:
                witness.raised = type(raised)
                raise
    else:
        @functools.wraps(function)
        def watched(*args, **kwargs):
            __tracebackhide__ = True
            witness.called = True
            try:
                return function(*args, **kwargs)
            except BaseException as raised:
                witness.raised = type(raised)
                raise
    return watched
