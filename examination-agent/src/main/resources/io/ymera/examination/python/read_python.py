"""Reads what Python files consist of: modules, classes, functions. See each_file.py for how it is run and what it prints.

Complexity is counted as radon does: 1, plus 1 for each if, conditional expression, for, while, except, assert, comprehension
and each of its ifs, match case that can fail, else of a loop or a try, and each "and" and "or". A nested function counts for
itself, not for the one around it; a lambda counts for the function that it is in.
"""

import ast
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import each_file  # noqa: E402

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = FUNCTIONS + (ast.ClassDef,)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
TRIES = tuple(getattr(ast, name) for name in ("Try", "TryStar") if hasattr(ast, name))


def read(path, source):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as failure:
        return {"unread": "it is no Python %d.%d: %s" % (sys.version_info[0], sys.version_info[1], failure)}
    module = public_module(path)
    public = names_in_all(tree)
    units = [{
        "name": path[:-3].replace("/", "."), "kind": "module", "line": 1,
        "end_line": max(1, source.count(b"\n")), "complexity": None,
        "exported": module and bool(tree.body), "documented": documented(tree),
    }]
    # Explicit, since code can be nested deeper than the interpreter's own stack: (node, name around it, whether that is public)
    waiting = [(node, "", module, True) for node in tree.body]
    while waiting:
        node, around, exported, top = waiting.pop()
        if not isinstance(node, DEFINITIONS):
            waiting.extend((child, around, exported, top) for child in ast.iter_child_nodes(node))
            continue
        name = around + node.name
        named = node.name in public if top and public is not None else not node.name.startswith("_")
        of_its_own = not isinstance(node, FUNCTIONS) or not speaks_for_another(node)
        units.append({
            "name": name, "kind": "function" if isinstance(node, FUNCTIONS) else "type", "line": node.lineno,
            "end_line": node.end_lineno, "complexity": complexity(node) if isinstance(node, FUNCTIONS) else None,
            "exported": exported and named and of_its_own, "documented": documented(node),
        })
        inside = exported and named and isinstance(node, ast.ClassDef)
        waiting.extend((child, name + ".", inside, False) for child in node.body)
    units.sort(key=lambda unit: (unit["line"], unit["kind"] != "module", unit["name"]))
    return {"units": units}


def public_module(path):
    names = path[:-3].split("/")
    return not any(name.startswith("_") and name not in ("__init__", "__main__") for name in names)


def names_in_all(tree):
    """What __all__ lists, if it can be read off; None if the module has none."""
    names = None
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            value = getattr(node, "value", None)
            if isinstance(value, (ast.List, ast.Tuple)):
                names = (names or set()) | {each.value for each in value.elts if isinstance(each, ast.Constant)}
    return names


def speaks_for_another(function):
    """Whether documentation belongs elsewhere: on the getter, the implementation, the method that is overridden."""
    for decorator in function.decorator_list:
        name = getattr(decorator, "attr", None) or getattr(decorator, "id", None)
        if name in ("setter", "deleter", "overload", "override"):
            return True
    return False


def documented(node):
    return bool((ast.get_docstring(node, clean=False) or "").strip())


def complexity(function):
    total = 1
    waiting = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, DEFINITIONS):
            continue
        if isinstance(node, ast.Assert):
            total += 1
            continue
        if isinstance(node, TRIES):
            total += len(node.handlers) + bool(node.orelse)
        elif isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        elif isinstance(node, (ast.If, ast.IfExp)):
            total += 1
        elif isinstance(node, LOOPS):
            total += 1 + bool(node.orelse)
        elif isinstance(node, ast.comprehension):
            total += 1 + len(node.ifs)
        elif type(node).__name__ == "match_case":
            total += not always_matches(node)
        waiting.extend(ast.iter_child_nodes(node))
    return total


def always_matches(case):
    return type(case.pattern).__name__ == "MatchAs" and case.pattern.pattern is None and case.guard is None


if __name__ == "__main__":
    each_file.main(read)
