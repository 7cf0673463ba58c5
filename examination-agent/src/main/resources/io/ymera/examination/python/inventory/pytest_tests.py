"""Which tests pytest finds when nobody interferes."""

import builtins
import fnmatch

from entries import ANY, DIGIT, condition, entry, off
from pytest_configuration import NO_RECURSION, matches


class Pytest:
    def __init__(self, configuration, classes):
        self.configuration = configuration
        self.classes = classes

    def tests(self, path, facts):
        """Of a file that pytest looks into by its own rules or by the project's."""
        by_itself = (any(matches(path, pattern) for pattern in ("test_*.py", "*_test.py"))
                     and not any(matches(each, pattern) for each in path.split("/")[:-1] for pattern in NO_RECURSION))
        why = self.configuration.file_left_out(path)
        if not by_itself and why is not None:
            return []
        found = []
        if facts is None:
            return [entry(1, path, [path + "::" + ANY], [], why)]
        self.members(path, [path], facts, facts["functions"], why or off(facts["test"]), found)
        return found

    def members(self, path, names, holder, functions, why, found):
        for function in functions:
            gone = why or off(False if function["name"] in holder["off"] else function["test"]) or condition(function)
            if function["name"] not in holder["removed"]:
                self.function(path, names, function, function["line"], gone, found, False)
        for one in holder["classes"]:
            if one["name"] not in holder["removed"]:
                off_here = off(False) if one["name"] in holder["off"] else None
                self.of_class(path, names, one, why or off_here or condition(one), found)

    def function(self, path, names, function, line, why, found, case):
        if function["excluded"]:
            return
        asked = function["test"] is True or (function["name"].startswith("test") if case
                                             else named(function["name"], self.configuration.functions))
        if not asked:
            if not function["name"].startswith("test"):
                return
            why = why or "its name is none of python_functions in %s" % self.configuration.file
        name = "::".join(names + [function["name"]])
        also = []
        if function["loose"]:
            also.append(name + "_" + DIGIT + ANY)
        scopes = ["::".join(names[:count]) for count in range(1, len(names) + 1)]
        found.append(entry(line, name, also, scopes, why or self.configuration.test_left_out(name)))

    def of_class(self, path, names, one, why, found):
        kind = self.classes.kind(path, one)
        if kind != "case":
            if not (named(one["name"], ["Test"]) or named(one["name"], self.configuration.classes) or one["test"] is True):
                return
            if self.classes.first(path, one, "init") or hasattr(builtins, kind):  # whose constructor is not object's
                return
            if one["test"] is not True and not named(one["name"], self.configuration.classes):
                why = why or "its class's name is none of python_classes in %s" % self.configuration.file
            if kind != "plain":
                why = why or "whether its class is one of tests depends on %s, which is not the project's" % kind
        elif self.classes.abstract(path, one):
            return
        why = why or off(self.classes.first(path, one, "test"))
        inner = names + [one["name"]]
        before = len(found)
        for function, line in self.classes.tests(path, one):
            self.function(path, inner, function, line, why or off(function["test"]) or condition(function), found, kind == "case")
        if kind != "case":
            for each in one["classes"]:
                if each["name"] not in one["removed"]:
                    self.of_class(path, inner, each, why or condition(each), found)
        if one["loose"]:
            for each in found[before:]:
                written = "::".join(inner) + "::"
                each["also"].append("::".join(inner) + "_" + DIGIT + ANY + "::" + each["id"][len(written):])


def named(name, patterns):
    return any(name.startswith(pattern) or any(c in pattern for c in "*?[") and fnmatch.fnmatch(name, pattern) for pattern in patterns)
