"""Whether a test is the one that is written in its file: an import hook or planted bytecode can leave its name and empty its body."""

import ast
import dis
import os

from channel import codes_in
from project import ROOT, of_project


def contents(code):
    """What is in a function that no rewriting of its asserts takes away: names, texts, numbers, and how often it raises."""
    found, raises, waiting = set(), 0, []
    for each in codes_in(code):
        found.update(("name", name) for name in each.co_names if name != "AssertionError")
        waiting += each.co_consts
        raises += sum(step.opname == "RAISE_VARARGS" for step in dis.get_instructions(each))
    while waiting:
        value = waiting.pop()
        if isinstance(value, (tuple, frozenset)):
            waiting += value
        elif isinstance(value, (str, bytes, float, complex)) or isinstance(value, int) and abs(value) > 255:
            found.add((type(value).__name__, repr(value)))
    return found, raises


def make_comparison(incident, build=compile, read=open, parse=ast.parse):
    """The function that compares a test with the file that it is said to be from: what loads a module may make another one of it."""
    files = {}

    def file(path):
        """Its code by name and line; the functions that nothing but their own definition makes, by name and line and by qualified
        name; and the constants that are written in each."""
        if path not in files:
            try:
                with read(path, "rb") as stream:
                    source = stream.read()
                by_place = {(code.co_name, code.co_firstlineno): code for code in codes_in(build(source, path, "exec", dont_inherit=True))}
                tree = parse(source)
                files[path] = (by_place,) + plain_functions(tree) + (as_written(tree),)
            except (OSError, SyntaxError, ValueError, RecursionError):
                files[path] = None
        return files[path]

    def compare(name, function, path, qualified):
        code = getattr(getattr(function, "__func__", function), "__code__", None)
        depth = 0
        while hasattr(function, "__wrapped__") and depth < 20:
            function = function.__wrapped__
            code = getattr(getattr(function, "__func__", function), "__code__", code)
            depth += 1
        if code is None or not of_project(code):
            return
        known = file(code.co_filename) if code.co_filename.endswith(".py") else None
        if known is None:
            here = file(path)
            if here is not None and qualified in here[2]:
                incident("altered_framework", "the function of the test is not from its file", name)
            return
        place = code.co_name, code.co_firstlineno
        here = file(path) or ((), (), ())
        if place not in known[1] and qualified not in here[2]:
            return  # what a decorator made of it is for the decorator to say
        source = known[0].get(place)
        if source is not None and source is not code:
            wanted, raises = contents(source)
            found, raised = contents(code)
            # What the compiler computes it computes of other things when asserts are rewritten
            written, stated = known[3].get(place, (set(), 0))
            if {each for each in wanted if each[0] == "name" or each in written} <= found and min(raises, stated) <= raised:
                return
        incident("altered_framework", "the function of the test is not what its file says (%s, line %d)"
                 % (os.path.relpath(code.co_filename, ROOT), code.co_firstlineno), name)

    return compare


def plain_functions(tree):
    """Functions, also of classes, that are not bound a second time and whose decorators, if any, give back what they are given: by
    name and first line, and by qualified name."""
    bound = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    places, names, twice, waiting = set(), set(), set(), [("", tree)]
    while waiting:
        around, node = waiting.pop()
        for each in node.body:
            if not isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or not all(map(marks, each.decorator_list)):
                continue
            name = around + each.name
            if isinstance(each, ast.ClassDef):
                waiting.append((name + ".", each))
            elif each.name not in bound:
                twice.update({name} & names)
                names.add(name)
                places.add((each.name, first_line(each)))
    return places, names - twice


def first_line(function):
    return min([function.lineno] + [decorator.lineno for decorator in function.decorator_list])


def as_written(tree):
    """By name and first line of each function: its constants, as contents has them, and how many statements raise. The compiler may
    make several of one."""
    found = {}
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            nodes = list(ast.walk(function))
            found[function.name, first_line(function)] = (
                {(type(each.value).__name__, repr(each.value)) for each in nodes if isinstance(each, ast.Constant)},
                sum(isinstance(each, (ast.Raise, ast.Assert)) for each in nodes))
    return found


def marks(decorator):
    """Whether a decorator is one of pytest's marks, which gives back the function itself."""
    while isinstance(decorator, ast.Call):
        decorator = decorator.func
    holder = getattr(decorator, "value", None)
    return isinstance(decorator, ast.Attribute) and (getattr(holder, "attr", None) == "mark" or getattr(holder, "id", None) == "mark")

