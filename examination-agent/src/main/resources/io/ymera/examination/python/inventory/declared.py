"""What one file declares: its functions and classes, with what says something of whether they are tests."""

import ast
import os
import posixpath
import sys

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NO_TESTS = {"property", "cached_property", "setter", "getter", "deleter", "overload"}
NOT_A_TEST = {"nottest", "setastest"}
WITH_INIT = {"dataclass", "dataclasses.dataclass", "attr.s", "attrs", "define", "attr.define", "attrs.define", "attr.attrs"}


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
