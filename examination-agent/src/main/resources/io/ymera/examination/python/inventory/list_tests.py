"""Lists the tests that Python files declare, as pytest and as unittest find them when nobody interferes. See each_file.py for how it
is run; nothing of the project is imported. Each file's line has "pytest" and "unittest", lists of

    {"line", "id", "also", "scopes", "why"}

id is the framework's own name for the test; also are patterns of names that it may have instead (ANY is any text, DIGIT a digit);
scopes are names of what takes the test along when it is skipped; why says what in the project's configuration or in the test's own
source leaves it out, or is null. What can't be told from the source is not listed: tests made by functions or in loops.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import each_file  # noqa: E402
from classes import Classes  # noqa: E402
from declared import declared  # noqa: E402
from pytest_configuration import Configuration  # noqa: E402
from pytest_tests import Pytest  # noqa: E402
from unittest_tests import unittest_tests  # noqa: E402


def main():
    job = json.load(sys.stdin)
    facts, unread = {}, {}
    for path, answer, why in each_file.each(declared, job):
        why = why or answer.get("unread")
        if why is None:
            facts[path] = answer
        else:
            unread[path] = why
    classes = Classes(facts)
    pytest = Pytest(Configuration(job["folder"], facts), classes)
    by_unittest = unittest_tests(job["paths"], facts, classes)
    for path in job["paths"]:
        each_file.say({"path": path, "pytest": pytest.tests(path, facts.get(path)), "unittest": by_unittest.get(path, [])})
    each_file.say({"end": len(job["paths"])})


if __name__ == "__main__":
    main()
