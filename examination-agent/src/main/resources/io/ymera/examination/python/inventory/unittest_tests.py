"""Which tests unittest finds when nobody interferes."""

import posixpath
import re

from classes import module_of
from entries import ANY, DIGIT, condition, entry


def unittest_tests(paths, facts, classes):
    """By file. As "python3 -m unittest discover", and where that finds nothing, in tests or test (unittest_suite.py, discover)."""
    packages = {posixpath.dirname(path) for path in paths if posixpath.basename(path) == "__init__.py"}

    def reachable(path, start):
        folder = posixpath.dirname(path)
        while folder != start:
            if folder not in packages or folder == "":
                return False
            folder = posixpath.dirname(folder)
        return True

    candidates = [path for path in paths if re.match(r"test\w*\.py$", posixpath.basename(path))]
    found = {path: in_unittest(path, facts.get(path), classes) for path in candidates}
    for start in ("", "tests", "test"):
        if any(found[path] for path in candidates if reachable(path, start)):
            break
    for path in candidates:
        for each in found[path]:
            if not reachable(path, start):
                each["why"] = each["why"] or "unittest does not look into folders without an __init__.py"
            elif start and each["id"].startswith(start + "."):
                each["also"].append(each["id"][len(start) + 1:])
                each["scopes"] += [scope.replace(start + ".", "", 1) for scope in each["scopes"]]
    return found


def in_unittest(path, facts, classes):
    module = module_of(path)
    scopes = ["unittest.loader.ModuleSkipped." + module, "setUpModule (%s)" % module]
    if facts is None:
        return [entry(1, module, [module + "." + ANY, "unittest.loader._FailedTest." + ANY], scopes, None)]
    found = []
    for one in facts["classes"]:
        if one["name"] in facts["removed"] or classes.kind(path, one) != "case" or classes.abstract(path, one):
            continue
        name = module + "." + one["name"]
        for function, line in classes.tests(path, one):
            if function["name"].startswith("test") and not function["excluded"]:
                test = name + "." + function["name"]
                also = [test + "_" + DIGIT + ANY] if function["loose"] or one["loose"] else []
                if one["loose"]:
                    also.append(name + "_" + DIGIT + ANY + "." + function["name"])
                found.append(entry(line, test, also, scopes + ["setUpClass (%s)" % name], condition(one) or condition(function)))
    return found
