"""What pytest's options and the project's conftest.py files leave out, as far as it is written down."""

import configparser
import fnmatch
import glob
import os
import posixpath
import shlex

SECTIONS = (("pytest.ini", "pytest"), (".pytest.ini", "pytest"), ("tox.ini", "pytest"), ("setup.cfg", "tool:pytest"))
NO_RECURSION = ["*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"]


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
