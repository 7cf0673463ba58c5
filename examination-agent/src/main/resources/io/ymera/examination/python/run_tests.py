"""Runs a project's tests and reports each of them as a line of JSON. Python 3.8+, standard library only.

    python3 run_tests.py pytest|unittest|unittest-for-want-of-pytest TEXT_LIMIT TEXTS_LIMIT

It starts in the project's folder. Reports go to what was standard output when it started; the tests' own output goes to
standard error. What runs here shares the interpreter with the tests, so a reader must not trust it more than them. Lines are
objects with an "event":

    start     framework, expected (number of tests)
    test      id, outcome, seconds, text (null, or why it did not pass)
    running   id (so that a crash can be blamed on somebody)
    note      text
    end       totals as the framework counts them
"""

import fnmatch
import io
import json
import os
import re
import sys
import time
import unittest


class Reporter:
    """Writes the lines. Keeps its own copy of the stream, because tests close, replace and write to theirs."""

    def __init__(self, text_limit, texts_limit):
        self._left = texts_limit
        self._limit = text_limit
        self._fd = os.dup(1)
        os.set_inheritable(self._fd, False)
        self._pid = os.getpid()
        os.dup2(2, 1)
        sys.stdout = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)

    def send(self, event, **members):
        if os.getpid() != self._pid:
            return  # a fork of the test's own: its outcomes are not ours to tell
        members["event"] = event
        line = (json.dumps(members) + "\n").encode("ascii")
        while line:
            line = line[os.write(self._fd, line):]

    def test(self, name, outcome, seconds, text=None):
        self.send("test", id=clean(name)[:1000], outcome=outcome, seconds=round(max(0.0, seconds), 6),
                  text=self.bounded(text))

    def bounded(self, text):
        if text is None:
            return None
        text = clean(text)
        if self._left <= 0:
            return "(left out: the report would be too long)"
        self._left -= min(len(text), self._limit)
        if len(text) <= self._limit:
            return text
        half = self._limit // 2
        return "%s\n... %d characters left out ...\n%s" % (text[:half], len(text) - 2 * half, text[-half:])


def clean(text):
    return str(text).encode("utf-8", "backslashreplace").decode("utf-8")


# ---------------------------------------------------------------------------------------------------------- unittest


class ReportingResult(unittest.TestResult):
    """Reports a test when it stops: until then a subtest, a clean-up or an expected failure can change its outcome."""

    def __init__(self, reporter):
        super().__init__()
        self._reporter = reporter
        self._running = None
        self._started = 0.0
        self._outcome = None
        self._texts = []

    def startTest(self, test):
        super().startTest(test)
        self._running = test
        self._outcome = "passed"
        self._texts = []
        self._reporter.send("running", id=clean(test.id())[:1000])
        self._started = time.perf_counter()

    def stopTest(self, test):
        super().stopTest(test)
        self._reporter.test(test.id(), self._outcome, time.perf_counter() - self._started,
                            "\n\n".join(self._texts) or None)
        self._running = None

    def addError(self, test, err):
        super().addError(test, err)
        self._record(test, "error", self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._record(test, "failed", self.failures[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._record(test, "skipped", str(reason))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._record(test, "xfailed", self.expectedFailures[-1][1])

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._record(test, "xpassed", "The test is marked as an expected failure, but it passed.")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            text = (self.failures if failed else self.errors)[-1][1]
            self._record(test, "failed" if failed else "error", "%s\n%s" % (subtest._subDescription(), text))

    def _record(self, test, outcome, text):
        if self._running is None:
            # setUpClass, setUpModule and their counterparts are no tests, but they fail and skip like ones
            self._reporter.test(test.id(), outcome, 0.0, text)
            return
        rank = ("passed", "skipped", "xfailed", "xpassed", "failed", "error")
        if rank.index(outcome) >= rank.index(self._outcome):
            self._outcome = outcome
        self._texts.append(text)

    def totals(self, seconds):
        return {
            "tests": self.testsRun,
            "failed": len(self.failures),
            "errors": len(self.errors),
            "skipped": len(self.skipped),
            "xfailed": len(self.expectedFailures),
            "xpassed": len(self.unexpectedSuccesses),
            "seconds": seconds,
        }


def discover(reporter):
    """As "python3 -m unittest discover"; where that finds nothing, in the folders where tests usually are."""
    suite = unittest.TestLoader().discover(".")
    if suite.countTestCases():
        return suite
    for folder in ("tests", "test"):
        if os.path.isdir(folder):
            has_init = os.path.exists(os.path.join(folder, "__init__.py"))
            loader = unittest.TestLoader()
            suite = loader.discover(folder, top_level_dir="." if has_init else None)
            if suite.countTestCases():
                reporter.send("note", text="python3 -m unittest discover finds nothing here; "
                                           "what was run is python3 -m unittest discover -s " + folder)
                return suite
    return suite


def run_unittest(reporter, pytest_missing):
    sys.path.insert(0, os.getcwd())
    try:
        suite = discover(reporter)
    except SystemExit as stopped:
        raise RuntimeError("a test module ended the interpreter while it was imported (SystemExit: %s)" % stopped.code)
    start(reporter, "unittest", suite.countTestCases())
    if pytest_missing:
        name_what_needs_pytest(reporter)
    result = ReportingResult(reporter)
    began = time.perf_counter()
    result.startTestRun()
    try:
        suite.run(result)
    finally:
        result.stopTestRun()
    reporter.send("end", totals=result.totals(time.perf_counter() - began))


def name_what_needs_pytest(reporter):
    """Says which test files unittest can't see into, going by what they say, not by running them."""
    unseen = []
    for folder, folders, files in os.walk("."):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in ("node_modules", "venv", "build"))
        for name in sorted(files):
            if fnmatch.fnmatch(name, "test_*.py") or fnmatch.fnmatch(name, "*_test.py"):
                path = os.path.join(folder, name)[2:]
                try:
                    with io.open(path, encoding="utf-8", errors="replace") as file:
                        source = file.read(1 << 20)
                except OSError:
                    continue
                if re.search(r"^\s*(import pytest|from pytest\b)|^(async )?def test", source, re.M):
                    unseen.append(path)
    text = "pytest is not installed for %s: only unittest-style tests were run" % sys.executable
    if unseen:
        named = ", ".join(unseen[:20]) + (", ..." if len(unseen) > 20 else "")
        text += ("; %d file%s pytest tests and may not have been run: %s; install pytest to run them"
                 % (len(unseen), " looks like" if len(unseen) == 1 else "s look like", named))
    reporter.send("note", text=clean(text))


# ------------------------------------------------------------------------------------------------------------ pytest


class PytestReporter:
    """A pytest plugin. A test has up to three reports (setup, call, teardown); each that is not a pass counts, as in
    pytest's own summary: a test that passes and whose teardown fails is one passed and one error."""

    def __init__(self, reporter):
        self._reporter = reporter
        self._counts = dict.fromkeys(("passed", "failed", "error", "skipped", "xfailed", "xpassed"), 0)
        self._began = time.perf_counter()

    def pytest_collection_finish(self, session):
        start(self._reporter, "pytest", len(session.items))

    def pytest_collectreport(self, report):
        if report.failed:
            self._tell(report.nodeid or "collection", "error", 0.0, text_of(report))
        elif report.skipped:
            self._tell(report.nodeid, "skipped", 0.0, reason_of(report))

    def pytest_runtest_logstart(self, nodeid, location):
        self._reporter.send("running", id=clean(nodeid)[:1000])

    def pytest_runtest_logreport(self, report):
        if not hasattr(report, "when"):
            return
        # Plugins such as pytest-subtests report parts of a test; those that pass are not counted as tests
        part = getattr(report, "context", None) is not None
        xfail = hasattr(report, "wasxfail")
        if xfail and report.skipped:
            self._tell(report.nodeid, "xfailed", report.duration, report.wasxfail or text_of(report))
        elif xfail and report.passed and report.when == "call":
            self._tell(report.nodeid, "xpassed", report.duration, report.wasxfail or None)
        elif report.failed:
            self._tell(report.nodeid, "failed" if report.when == "call" else "error", report.duration, text_of(report))
        elif report.skipped:
            self._tell(report.nodeid, "skipped", report.duration, reason_of(report))
        elif report.when == "call" and not part:
            self._tell(report.nodeid, "passed", report.duration, None)

    def pytest_internalerror(self, excrepr, excinfo):
        self._tell("pytest", "error", 0.0, "pytest itself failed:\n%s" % excrepr)

    def _tell(self, name, outcome, seconds, text):
        self._counts[outcome] += 1
        self._reporter.test(name, outcome, seconds, text)

    def finish(self):
        counts = dict(self._counts)
        counts["errors"] = counts.pop("error")
        counts["tests"] = sum(counts.values())
        counts["seconds"] = time.perf_counter() - self._began
        self._reporter.send("end", totals=counts)


def text_of(report):
    text = str(report.longreprtext if hasattr(report, "longreprtext") else report.longrepr)
    for title, content in report.sections:
        text += "\n--- %s ---\n%s" % (title, content)
    return text


def reason_of(report):
    if isinstance(report.longrepr, tuple):
        return re.sub(r"^Skipped: ", "", str(report.longrepr[2]))
    return str(report.longrepr)


def run_pytest(reporter):
    import pytest
    # As "python3 -m pytest", which puts the folder that it is started in on the path
    sys.path.insert(0, os.getcwd())
    plugin = PytestReporter(reporter)
    status = int(pytest.main(["-p", "no:cacheprovider", "--color=no"], plugins=[plugin]))
    if status == 4:
        raise RuntimeError("pytest does not accept the project's configuration; what it says is above in the log")
    if status == 2:
        reporter.send("note", text="pytest was interrupted; by default it runs no test if a file can't be collected")
    plugin.finish()


# -------------------------------------------------------------------------------------------------------------- start


def start(reporter, framework, expected):
    reporter.send("start", framework=framework, expected=expected)


def main(arguments):
    framework, text_limit, texts_limit = arguments
    reporter = Reporter(int(text_limit), int(texts_limit))
    # The runner's own folder is no part of the project
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != os.path.dirname(os.path.abspath(__file__))]
    sys.argv[:] = ["python3 -m " + framework.partition("-")[0]]
    if os.path.isdir("src"):
        # A project that keeps its packages there is meant to be installed; its tests import it by this path instead
        source = os.path.abspath("src")
        sys.path.insert(0, source)
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))
    if framework == "pytest":
        run_pytest(reporter)
    else:
        run_unittest(reporter, framework != "unittest")


if __name__ == "__main__":
    main(sys.argv[1:])
    # Threads that a test left behind don't keep the run from ending
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
