"""The tests that unittest finds, those of them that this process runs, and the controls."""

import fnmatch
import io
import os
import re
import sys
import unittest

from channel import clean
from project import ROOT

# Keeps the frames of this file out of unittest's texts
__unittest = True

def control_case(names, tests):
    """A test case with a test for each name: three must fail, each in its own way, the last one does nothing."""
    def asserts(self):
        assert ROOT == "", "a control"

    def compares(self):
        self.assertEqual(1, 2, "a control")

    def raises(self):
        raise LookupError("a control")

    def passes(self):
        self.assertEqual(1, 1)

    members = dict(zip(names, (asserts, compares, raises, passes)))
    members["__module__"] = type(tests[0]).__module__ if tests else "tests"
    members["__qualname__"] = "ChecksTest"
    kind = type("ChecksTest", (unittest.TestCase,), members)
    # A module's set-up is none of theirs
    if sys.modules.get(kind.__module__) is not None and (hasattr(sys.modules[kind.__module__], "setUpModule")
                                                         or hasattr(sys.modules[kind.__module__], "tearDownModule")):
        kind.__module__ = "tests"
    return kind


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def selected(suite, job):
    """The suite without the tests that are not for this process; its shape is kept, because set-ups depend on it."""
    only = None if job.get("only") is None else set(job["only"])
    known = set(job["except"])
    modules = []

    def part(test):
        module = type(test).__module__
        if module not in modules:
            modules.append(module)
        return modules.index(module) % job["shards"] == job["shard"]

    def wanted(test):
        mine = part(test)
        name = clean(test.id())[:1000]
        return mine and name not in known and (only is None or name in only)

    def filtered(tests):
        kept = [filtered(test) if isinstance(test, unittest.TestSuite) else test for test in tests
                if isinstance(test, unittest.TestSuite) or wanted(test)]
        return type(tests)(kept) if isinstance(tests, unittest.TestSuite) else kept

    if only is None and not known and job["shards"] == 1:
        return suite
    return filtered(suite)


def discover():
    """As "python3 -m unittest discover"; where that finds nothing, in the folders where tests usually are."""
    suite = unittest.TestLoader().discover(".")
    if suite.countTestCases():
        return suite, []
    for folder in ("tests", "test"):
        if os.path.isdir(folder):
            has_init = os.path.exists(os.path.join(folder, "__init__.py"))
            loader = unittest.TestLoader()
            suite = loader.discover(folder, top_level_dir="." if has_init else None)
            if suite.countTestCases():
                return suite, ["python3 -m unittest discover finds nothing here; what was run is python3 -m unittest discover -s "
                               + folder]
    return suite, []


def name_what_needs_pytest(send):
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
    send({"event": "note", "text": clean(text)})

