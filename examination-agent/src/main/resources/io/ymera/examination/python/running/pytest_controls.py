"""Tests of the runner's own, whose outcomes are known: if one that must fail is reported as passed, no report can be believed."""

import pathlib
import types

from channel import clean
from project import ROOT


def make_controls(send, names):
    """The functions that run the controls, and that take what is reported of them."""
    state = {"id": None, "outcome": None}

    def run_controls(session, next_item):
        kept = session.testsfailed, session.shouldfail, session.shouldstop
        try:
            items = control_items(session, names)
        except Exception as impossible:
            for name in names:
                send({"event": "control", "id": name, "outcome": "skipped"})
            send({"event": "note", "text": clean("Controls could not be made: %r" % impossible)[:300]})
            return
        try:
            for index, (name, item) in enumerate(items):
                state["id"] = item.nodeid
                state["outcome"] = None
                follows = items[index + 1][1] if index + 1 < len(items) else next_item
                item.ihook.pytest_runtest_protocol(item=item, nextitem=follows)
                if state["outcome"] is not None:
                    send({"event": "control", "id": name, "outcome": state["outcome"]})
        except Exception as failure:
            send({"event": "note", "text": clean("A hook of the project failed on a control: %r" % failure)[:300]})
            for name in names:
                send({"event": "control", "id": name, "outcome": "skipped"})
        finally:
            state["id"] = None
            session.testsfailed, session.shouldfail, session.shouldstop = kept

    def running():
        return state["id"] is not None

    def told(report, outcome):
        """Whether it is a control's; if so, the worst that is said of it counts."""
        if state["id"] is None or report.nodeid != state["id"]:
            return False
        order = ("passed", "xpassed", "xfailed", "skipped", "error", "failed")
        before = state["outcome"]
        if before is None or order.index(outcome) > order.index(before):
            state["outcome"] = outcome
        return True

    return run_controls, running, told


def control_items(session, names):
    """Functions in a module that is no file's, without fixtures: what a project sets up for all tests is not for them."""
    import pytest
    from _pytest.fixtures import FuncFixtureInfo

    def asserts():
        assert ROOT == "", "a control"

    def expects():
        with pytest.raises(KeyError):
            pass

    def raises():
        raise LookupError("a control")

    def passes():
        pass

    if session.items:
        path = pathlib.Path(str(session.items[0].fspath))
    else:
        path = pathlib.Path(ROOT) / "test_checks.py"
    module = pytest.Module.from_parent(session, path=path)
    module._obj = types.ModuleType(path.stem)
    made = []
    for name, function in zip(names, (asserts, expects, raises, passes)):
        function.__name__ = name
        function.__module__ = path.stem
        setattr(module._obj, name, function)
        info = FuncFixtureInfo((), (), [], {})
        made.append((name, pytest.Function.from_parent(module, name=name, callobj=function, fixtureinfo=info)))
    return made

