"""Runs tests with pytest, as a plugin of it that reports each test."""

import importlib.util
import os
import re
import sys
import time
import types

from channel import clean
from integrity import make_integrity
from interpreter import forget_shadowed, settle
from project import ROOT, digest_of, project_files
from pytest_calls import make_calls
from pytest_controls import make_controls
from pytest_doubts import make_doubts


def run_pytest(send, report, incident, witness, job, finish_coverage):
    import pytest
    run = pytest.main
    # As "python3 -m pytest", which puts the folder that it is started in on the path
    sys.path.insert(0, ROOT)
    plugin, finish = make_pytest_plugin(send, report, incident, witness, job)
    settle()
    # Whatever its configuration says, the tests run in this process, where they can be watched
    here = ["-n0"] if importlib.util.find_spec("xdist") else []
    status = int(run(["-p", "no:cacheprovider", "--color=no"] + here, plugins=[plugin]))
    if status == 4:
        raise RuntimeError("pytest does not accept the project's configuration; what it says is above in the log")
    if status == 2:
        send({"event": "note", "text": "pytest was interrupted; by default it runs no test if a file can't be collected"})
    finish(finish_coverage)


def make_pytest_plugin(send, report, incident, witness, job):
    """A test has up to three reports (setup, call, teardown); each that is not a pass counts, as in pytest's own summary: a
    test that passes and whose teardown fails is one passed and one error."""
    import pytest

    counts = dict.fromkeys(("passed", "failed", "error", "skipped", "xfailed", "xpassed"), 0)
    state = {"expected": 0, "not_run": 0, "began": time.perf_counter(), "config": None, "looped": False}
    collected = set()
    deselected = set()
    running = set()
    clock = time.perf_counter
    sources = {path: digest_of(path) for path in project_files()}

    def tell(name, outcome, seconds, text):
        counts[outcome] += 1
        report(name, outcome, seconds, text)

    def told(report, outcome, text):
        if told_of_control(report, outcome):
            return
        if report.nodeid == witness.test:
            witness.outcomes.append((report.when, outcome))
        elif report.nodeid not in running:
            incident("altered_outcome", "an outcome (%s) was reported of a test that did not run: %s" % (outcome, report.nodeid))
            return
        tell(report.nodeid, outcome, report.duration, text)

    class Plugin:
        @pytest.hookimpl(tryfirst=True)
        def pytest_load_initial_conftests(self, early_config, parser, args):
            # What is installed has been loaded by now, and nothing of the project but what its configuration names
            forget_shadowed(send)

        @pytest.hookimpl(trylast=True)
        def pytest_configure(self, config):
            state["config"] = config

        @pytest.hookimpl(tryfirst=True)
        def pytest_itemcollected(self, item):
            collected.add(item.nodeid)
            found(item)

        def pytest_deselected(self, items):
            deselected.update(item.nodeid for item in items)

        @pytest.hookimpl(trylast=True)
        def pytest_collection_finish(self, session):
            items = session.items
            for path in {str(item.fspath) for item in items}:
                if path in sources and sources[path] != digest_of(path):
                    incident("altered_framework", "changed the file of a test before it was run: " + os.path.relpath(path, ROOT))
            kept = {item.nodeid for item in items}
            if deselected:
                send({"event": "note", "text": "%d tests are deselected by the project's configuration or hooks, for example %s"
                                               % (len(deselected), clean(sorted(deselected)[0])[:300])})
            removed = collected - kept - deselected
            wanted_here = select(items, job)
            if removed:
                send({"event": "note", "text": "%d tests were found and then taken away by a hook of the project, for example %s"
                                               % (len(removed), clean(sorted(removed)[0])[:300])})
            if len(wanted_here) != len(items):
                items[:] = wanted_here
                removed = set()
            state["expected"] = len({item.nodeid for item in items} | removed)
            send({"event": "start", "framework": "pytest", "expected": state["expected"]})

        def pytest_collectreport(self, report):
            check_framework()
            if job["shard"]:
                return  # every part loads all files; the first one tells of those that can't be loaded
            if report.failed:
                tell(report.nodeid or "collection", "error", 0.0, text_of(report))
            elif report.skipped:
                tell(report.nodeid, "skipped", 0.0, reason_of(report))

        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_runtestloop(self, session):
            if session.config.option.collectonly:
                yield
                return
            state["looped"] = True
            broken = session.testsfailed and not session.config.option.continue_on_collection_errors
            install(session, plugin)
            run_controls(session, session.items[0] if session.items else None)
            yield
            if broken:
                state["not_run"] = state["expected"] - len(running)
            elif session.shouldfail and session.testsfailed:
                state["not_run"] = state["expected"] - len(running)
                send({"event": "note", "text": "The project's configuration ends a run at its first failures (-x, --maxfail)"})
            run_controls(session, None)

        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_runtest_protocol(self, item, nextitem):
            if control_is_running():
                yield
                return
            running.add(item.nodeid)
            send({"event": "running", "id": clean(item.nodeid)[:1000]})
            witness.begin(item.nodeid)
            undo = arm(item)
            yield
            undo()
            doubts(item)
            check()
            witness.begin(None)

        def pytest_runtest_logreport(self, report):
            if not hasattr(report, "when"):
                return
            # Plugins such as pytest-subtests report parts of a test; those that pass are not counted as tests
            part = getattr(report, "context", None) is not None
            xfail = hasattr(report, "wasxfail")
            if xfail and report.skipped:
                told(report, "xfailed", report.wasxfail or text_of(report))
            elif xfail and report.passed and report.when == "call":
                told(report, "xpassed", report.wasxfail or None)
            elif report.failed:
                told(report, "failed" if report.when == "call" else "error", text_of(report))
            elif report.skipped:
                told(report, "skipped", reason_of(report))
            elif report.passed and report.when == "call" and not part:
                told(report, "passed", None)

        def pytest_internalerror(self, excrepr, excinfo):
            tell("pytest", "error", 0.0, "pytest itself failed:\n%s" % excrepr)

    plugin = Plugin()
    check_framework = make_integrity(incident, True, [
        (Plugin, name) for name, value in vars(Plugin).items() if isinstance(value, types.FunctionType)])
    found, arm, install, check = make_calls(incident, witness, check_framework)
    doubts = make_doubts(incident, witness, plugin, lambda: state["config"])
    run_controls, control_is_running, told_of_control = make_controls(send, job["controls"])

    def finish(finish_coverage):
        check()
        if not state["looped"]:
            send({"event": "note", "text": "pytest ended before it ran any test"})
            for name in job["controls"]:
                send({"event": "control", "id": name, "outcome": "skipped"})
        finish_coverage()
        totals = dict(counts)
        totals["errors"] = totals.pop("error")
        totals["tests"] = sum(totals.values())
        totals.pop("passed")
        totals["seconds"] = clock() - state["began"]
        totals["not_run"] = max(0, state["not_run"])
        send({"event": "end", "totals": totals})

    return plugin, finish


def select(items, job):
    """The tests for this process: a file's tests stay together."""
    only = None if job.get("only") is None else set(job["only"])
    known = set(job["except"])
    files = {}
    chosen = []
    for item in items:
        part = files.setdefault(item.nodeid.partition("::")[0], len(files)) % job["shards"]
        name = clean(item.nodeid)[:1000]
        if part == job["shard"] and name not in known and (only is None or name in only):
            chosen.append(item)
    return chosen


def text_of(report):
    text = str(report.longreprtext if hasattr(report, "longreprtext") else report.longrepr)
    for title, content in report.sections:
        text += "\n--- %s ---\n%s" % (title, content)
    return text


def reason_of(report):
    if isinstance(report.longrepr, tuple):
        return re.sub(r"^Skipped: ", "", str(report.longrepr[2]))
    return str(report.longrepr)
