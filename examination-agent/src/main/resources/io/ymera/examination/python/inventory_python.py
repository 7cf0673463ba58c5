"""Lists the tests that Python files declare, as pytest and as unittest find them when nobody interferes. See each_file.py for how it
is run; nothing of the project is imported. Each file's line has "pytest" and "unittest", lists of

    {"line", "id", "also", "scopes", "why"}

id is the framework's own name for the test; also are patterns of names that it may have instead (ANY is any text, DIGIT a digit);
scopes are names of what takes the test along when it is skipped; why says what in the project's configuration or in the test's own
source leaves it out, or is null. What can't be told from the source is not listed: tests made by functions or in loops.
"""

import ast
import builtins
import configparser
import fnmatch
import json
import os
import posixpath
import re
import shlex
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import each_file  # noqa: E402

ANY, DIGIT = "\x01", "\x02"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SECTIONS = (("pytest.ini", "pytest"), (".pytest.ini", "pytest"), ("tox.ini", "pytest"), ("setup.cfg", "tool:pytest"))
NO_RECURSION = ["*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"]
PLAIN = {"object", "ABC", "Generic", "Protocol"}
CASES = {"unittest.TestCase", "unittest.case.TestCase", "unittest.IsolatedAsyncioTestCase"}
NO_TESTS = {"property", "cached_property", "setter", "getter", "deleter", "overload"}
NOT_A_TEST = {"nottest", "setastest"}
WITH_INIT = {"dataclass", "dataclasses.dataclass", "attr.s", "attrs", "define", "attr.define", "attrs.define", "attr.attrs"}
CONDITION = "it is defined only under a condition that can't be read from its source"
SOURCE = "__test__ is False in its source"


# ----------------------------------------------------------------------------------------------------- what a file declares


def declared(path, source):
    """The facts of one file. Runs in a process of its own."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as failure:
        return {"unread": "it is no Python %d.%d: %s" % (sys.version_info[0], sys.version_info[1], failure)}
    imports = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            imports.update({each.asname or each.name: "%s.%s" % (node.module or "", each.name) for each in node.names})
        elif isinstance(node, ast.Import):
            imports.update({each.asname or each.name.partition(".")[0]: each.name if each.asname else each.name.partition(".")[0]
                            for each in node.names})
    facts = body_of(tree.body)
    facts["imports"] = imports
    facts["ignored"] = ignored(tree) if posixpath.basename(path) == "conftest.py" else {}
    return facts


def body_of(statements):
    """Functions, classes and what else says something of them, in a module or in a class."""
    facts = {"functions": [], "classes": [], "removed": [], "off": [], "test": None}
    for node, conditional in statements_of(statements, False):
        if isinstance(node, FUNCTIONS):
            facts["functions"].append(function_of(node, conditional))
        elif isinstance(node, ast.ClassDef):
            facts["classes"].append(class_of(node, conditional))
        elif isinstance(node, ast.Delete):
            facts["removed"] += [each.id for each in node.targets if isinstance(each, ast.Name)]
        elif isinstance(node, ast.Assign):
            constant = node.value.value if isinstance(node.value, ast.Constant) else node
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == "__test__":
                    facts["test"] = constant if isinstance(constant, bool) else "?"
                elif isinstance(target, ast.Name) and (constant is None or constant is False):
                    facts["removed"].append(target.id)
                elif isinstance(target, ast.Attribute) and target.attr == "__test__" and constant is False:
                    facts["off"].append(dotted(target.value))
    return facts


def statements_of(statements, conditional):
    """Each statement that is executed, or may be; with whether that depends on something."""
    for node in statements:
        if isinstance(node, ast.If):
            value = known(node.test)
            if value is not False:
                yield from statements_of(node.body, conditional or value is None)
            if value is not True:
                yield from statements_of(node.orelse, conditional or value is None)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            yield from statements_of(node.body, conditional)
        elif type(node).__name__ in ("Try", "TryStar"):
            for block in [node.body, node.orelse] + [each.body for each in node.handlers]:
                yield from statements_of(block, True)
            yield from statements_of(node.finalbody, conditional)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            yield from statements_of(node.body, True)
        elif type(node).__name__ == "Match":
            for case in node.cases:
                yield from statements_of(case.body, True)
        else:
            yield node, conditional


def known(test):
    """The value of a condition that is the same for everybody with this interpreter; None if it is another one."""
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        value = known(test.operand)
        return None if value is None else not value
    if dotted(test).endswith("TYPE_CHECKING"):
        return False
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    left, right = test.left, test.comparators[0]
    first = isinstance(left, ast.Subscript) and isinstance(getattr(left, "slice", None), ast.Constant) and left.slice.value == 0
    name = dotted(left.value if first else left)
    values = {"sys.version_info": sys.version_info[0] if first else tuple(sys.version_info), "sys.platform": sys.platform,
              "os.name": os.name}
    try:
        value, other = values[name], ast.literal_eval(right)
        operators = {ast.Lt: value < other, ast.LtE: value <= other, ast.Gt: value > other, ast.GtE: value >= other,
                     ast.Eq: value == other, ast.NotEq: value != other}
        return operators.get(type(test.ops[0]))
    except (KeyError, ValueError, TypeError, SyntaxError):
        return None


def dotted(node):
    """The name of what is called or named, as it is written; empty for anything else."""
    parts = []
    while True:
        if isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        else:
            return ".".join(([node.id] if isinstance(node, ast.Name) else [""]) + parts[::-1])


def function_of(node, conditional):
    names = [dotted(each) for each in node.decorator_list]
    last = [name.rpartition(".")[2] for name in names]
    return {
        "name": node.name, "line": node.lineno, "conditional": conditional, "test": False if NOT_A_TEST & set(last) else None,
        "excluded": bool(NO_TESTS & set(last)) or any("fixture" in name for name in last),
        "abstract": "abstractmethod" in last, "loose": loose(names),
    }


def class_of(node, conditional):
    facts = body_of(node.body)
    names = [dotted(each) for each in node.decorator_list]
    metas = [dotted(each.value).rpartition(".")[2] for each in node.keywords]
    facts.update({
        "name": node.name, "line": node.lineno, "conditional": conditional, "loose": loose(names),
        "bases": [dotted(each) for each in node.bases], "odd": any(meta != "ABCMeta" for meta in metas),
        "init": any(each["name"] in ("__init__", "__new__") for each in facts["functions"]) or bool(WITH_INIT & set(names)),
    })
    return facts


def loose(decorators):
    """Whether there is a decorator that may make several tests of one, with numbers in their names, as ddt and parameterized do."""
    return any(not name.startswith(("pytest.mark.", "mark.", "unittest.", "mock.", "patch")) for name in decorators)


def ignored(tree):
    """What a conftest.py names in collect_ignore and collect_ignore_glob, as far as it is written down there."""
    found = {}
    for node in ast.walk(tree):
        target, value = None, None
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            target, value = (node.targets[0] if isinstance(node, ast.Assign) else node.target), node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "extend") and node.args:
            target, value = node.func.value, node.args[0]
        name = getattr(target, "id", None)
        if name in ("collect_ignore", "collect_ignore_glob") and value is not None:
            elements = value.elts if isinstance(value, (ast.List, ast.Tuple)) else [value]
            found.setdefault(name, []).extend(each.value for each in elements
                                              if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return found


# ------------------------------------------------------------------------------------------------- what pytest is configured


class Configuration:
    """What pytest's options and the project's conftest.py files leave out. One per project."""

    def __init__(self, folder, facts):
        self.folder = folder
        self.file, options = configured(folder)
        words = shlex_split(options.get("addopts", ""))
        for place, word in enumerate(words):
            if word in ("-o", "--override-ini") and place + 1 < len(words):
                key, _, value = words[place + 1].partition("=")
                options[key.strip()] = value
        self.options = options
        self.python_files = self.words("python_files") or ["test_*.py", "*_test.py"]
        self.classes = self.words("python_classes") or ["Test"]
        self.functions = self.words("python_functions") or ["test"]
        self.norecurse = self.words("norecursedirs") or NO_RECURSION
        self.ignore = values_of(words, "--ignore")
        self.ignore_glob = values_of(words, "--ignore-glob")
        self.deselect = values_of(words, "--deselect")
        self.selects = [name for name in ("-k", "-m") if any(each.startswith(name) for each in words)]
        self.roots = self.places(words) or [each for pattern in self.words("testpaths") for each in self.matching(pattern)]
        self.conftests = {posixpath.dirname(path): each["ignored"] for path, each in facts.items() if each.get("ignored")}

    def words(self, option):
        return shlex_split(self.options.get(option, ""))

    def places(self, words):
        """Arguments that are no options nor an option's value."""
        found = []
        for place, word in enumerate(words):
            before = words[place - 1] if place else ""
            free = before == "--pyargs" or not before.startswith("-") or before.strip("-") and not before.strip("-vqsxl") or before.startswith("-r")
            path = posixpath.normpath(word.partition("::")[0])
            if "--pyargs" in words and not os.path.exists(os.path.join(self.folder, path)):
                path = path.replace(".", "/")
            if free and not word.startswith("-") and os.path.exists(os.path.join(self.folder, path)):
                found.append(path)
        return found

    def matching(self, pattern):
        pattern = posixpath.normpath(pattern)
        if os.path.exists(os.path.join(self.folder, pattern)):
            return [pattern]
        import glob
        return [posixpath.relpath(each, self.folder) for each in glob.glob(os.path.join(self.folder, pattern), recursive=True)]

    def file_left_out(self, path):
        """Why pytest doesn't look into a file that it would look into without a configuration, or None."""
        above = ["/".join(path.split("/")[:count]) for count in range(1, path.count("/") + 2)]
        if self.roots and not any(root in above or root == "." for root in self.roots):
            return "it is outside of what testpaths or addopts in %s names" % self.file
        if path not in self.roots and not any(matches(path, pattern) for pattern in self.python_files):
            return "its file's name is none of python_files in %s" % self.file
        if any(matches(each, pattern) for each in above[:-1] for pattern in self.norecurse):
            return "its folder is one of norecursedirs in %s" % self.file
        if any(posixpath.normpath(each) in above for each in self.ignore):
            return "--ignore in addopts of %s names it" % self.file
        if any(fnmatch.fnmatch(each, posixpath.normpath(pattern)) for each in above for pattern in self.ignore_glob):
            return "--ignore-glob in addopts of %s names it" % self.file
        for folder, names in self.conftests.items():
            conftest = posixpath.join(folder, "conftest.py")
            inside = [posixpath.relpath(each, folder or ".") for each in above if folder == "" or each.startswith(folder + "/")]
            if any(posixpath.normpath(name) in inside for name in names.get("collect_ignore", ())):
                return "collect_ignore in %s names it" % conftest
            if any(fnmatch.fnmatch(each, name) for each in inside for name in names.get("collect_ignore_glob", ())):
                return "collect_ignore_glob in %s names it" % conftest
        return None

    def test_left_out(self, name):
        if any(name.startswith(each) for each in self.deselect):
            return "--deselect in addopts of %s names it" % self.file
        return "%s in addopts of %s selects tests" % (self.selects[0], self.file) if self.selects else None


def configured(folder):
    """Which file configures pytest, and its options. The first one that says something, as pytest has it."""
    for name in ("pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"):
        path = os.path.join(folder, name)
        if not os.path.isfile(path) or os.path.getsize(path) > 1 << 20:
            continue
        if name.endswith(".toml"):
            options = toml_options(path, name != "pyproject.toml")
        else:
            parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
            try:
                parser.read(path, encoding="utf-8")
                section = dict(SECTIONS)[name]
                options = dict(parser.items(section)) if parser.has_section(section) else None
            except (configparser.Error, UnicodeError):
                options = None
        if options is not None:
            return name, {key: value or "" for key, value in options.items()}
        if name in ("pytest.ini", ".pytest.ini"):
            break
    return "", {}


def toml_options(path, whole):
    try:
        import tomllib
    except ImportError:
        try:
            import tomli as tomllib
        except ImportError:
            return None
    try:
        with open(path, "rb") as file:
            read = tomllib.load(file)
    except (ValueError, OSError, RecursionError):
        return None
    section = read.get("pytest", read) if whole else read.get("tool", {}).get("pytest")
    if not isinstance(section, dict):
        return None
    options = section.get("ini_options", section)
    return {key: shlex.join(map(str, value)) if isinstance(value, list) else str(value) for key, value in options.items()
            if isinstance(value, (str, list))}


def shlex_split(text):
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()


def values_of(words, option):
    found = [word.partition("=")[2] for word in words if word.startswith(option + "=")]
    return found + [words[place + 1] for place, word in enumerate(words[:-1]) if word == option]


def matches(path, pattern):
    """As pytest's fnmatch_ex: a pattern without a slash is for the last name."""
    if "/" not in pattern:
        return fnmatch.fnmatch(posixpath.basename(path), pattern)
    return fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch("/" + path, "*/" + pattern)


# ------------------------------------------------------------------------------------------------------------------- classes


class Classes:
    """What classes are and have, with what they inherit inside the project."""

    def __init__(self, facts):
        self.facts = facts
        self.by_name = {}
        for path, each in facts.items():
            for one in each["classes"]:
                self.by_name.setdefault(one["name"], []).append((path, one))

    def bases(self, path, one):
        """For each base: (path, class) of the project's, or the name of another one's."""
        imports = self.facts[path]["imports"]
        for written in one["bases"]:
            first, _, rest = written.partition(".")
            full = imports.get(first, first) + ("." + rest if rest else "")
            module, _, name = full.rpartition(".")
            candidates = self.by_name.get(name, [])
            here = [each for each in candidates if each[0] == path and each[1] is not one]
            named = [each for each in candidates if module.strip(".") and ("." + module_of(each[0])).endswith("." + module.strip("."))]
            if here and first not in imports and not rest:
                yield here[-1]
            elif len(named or candidates) == 1 and full not in CASES:
                yield (named or candidates)[0]
            else:
                yield full

    def above(self, path, one):
        """The class and all that it inherits of the project's, nearest first, each once; names for what is not the project's."""
        found, seen, waiting = [], set(), [(path, one)]
        while waiting:
            where, each = waiting.pop(0)
            if each is None or id(each) not in seen:
                found.append((where, each))
                seen.add(id(each))
                bases = () if each is None else self.bases(where, each)
                waiting[:0] = [(base, None) if isinstance(base, str) else base for base in bases]
        return found

    def kind(self, path, one):
        """case, plain, or what it depends on."""
        unknown = None
        for base, known_class in self.above(path, one):
            if known_class is None:
                name = base.rpartition(".")[2]
                if base in CASES or name.endswith("TestCase"):
                    return "case"
                unknown = unknown or (None if name in PLAIN else base or "an expression")
            elif known_class["odd"]:
                unknown = unknown or "its metaclass"
        return unknown or "plain"

    def first(self, path, one, key):
        for _, each in self.above(path, one):
            if each is not None and each[key] not in (None, False) or each is not None and key == "test" and each[key] is False:
                return each[key]
        return None

    def tests(self, path, one):
        """Its methods and those that it inherits: (facts, line in its own file), the nearest of each name."""
        seen = set()
        for base, each in self.above(path, one):
            if each is None:
                continue
            for function in each["functions"]:
                if function["name"] not in seen and function["name"] not in each["removed"]:
                    off = function["name"] in each["off"]
                    yield dict(function, test=False if off else function["test"]), function["line"] if each is one else one["line"]
            seen.update([function["name"] for function in each["functions"]] + each["removed"])

    def abstract(self, path, one):
        return any(function["abstract"] for function, _ in self.tests(path, one))


def module_of(path):
    return path[:-3].replace("/", ".")


# ------------------------------------------------------------------------------------------------------------------- pytest


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


def off(test):
    if test == "?":
        return "whether it is a test is computed by its source (__test__)"
    return SOURCE if test is False else None


def condition(facts):
    return CONDITION if facts["conditional"] else None


def entry(line, name, also, scopes, why):
    return {"line": line, "id": name, "also": also, "scopes": scopes, "why": why}


# ----------------------------------------------------------------------------------------------------------------- unittest


def unittest_tests(paths, facts, classes):
    """By file. As "python3 -m unittest discover", and where that finds nothing, in tests or test (run_tests.py, discover)."""
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


# -------------------------------------------------------------------------------------------------------------------- start


def main():
    job = json.load(sys.stdin)
    facts, unread = {}, {}
    for path in job["paths"]:
        answer, why = each_file.apart(declared, job, path)
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
