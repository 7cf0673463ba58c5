"""Which lines of a file can be executed, as coverage.py counts statements. For where that is not installed."""

import ast
import configparser
import dis
import io
import os
import re
import tokenize
import types

from project import ROOT


def exclusions():
    """What coverage.py would leave out here: its own comment, or what the project's configuration says."""
    for name, section in ((".coveragerc", "report"), ("setup.cfg", "coverage:report"), ("tox.ini", "coverage:report")):
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read(os.path.join(ROOT, name), encoding="utf-8")
            if parser.has_option(section, "exclude_lines"):
                return [re.compile(each) for each in parser.get(section, "exclude_lines").splitlines() if each.strip()]
        except (configparser.Error, OSError, UnicodeError, re.error):
            continue
    try:
        import tomllib
        with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
            report = tomllib.load(file)["tool"]["coverage"]["report"]
        return [re.compile(each) for each in report["exclude_lines"]]
    except Exception:
        return [re.compile(r"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)")]


def statements_of(path, patterns):
    """The lines that coverage.py calls statements: where bytecode has a line, moved to the first line of its statement, without
    docstrings and what is excluded. Returns them, the map from each line to its statement's first, and how many are excluded."""
    with tokenize.open(path) as file:
        text = file.read()
    tree = ast.parse(text)
    starts = set()
    codes = [compile(text, path, "exec", dont_inherit=True)]
    while codes:
        code = codes.pop()
        codes += [each for each in code.co_consts if isinstance(each, types.CodeType)]
        if hasattr(code, "co_lines"):
            starts.update(line for _, _, line in code.co_lines() if line)
        else:
            starts.update(line for _, line in dis.findlinestarts(code) if line)
    first = {}
    excluded = {number for number, line in enumerate(text.split("\n"), 1) if any(each.search(line) for each in patterns)}
    docstrings = set()
    if tree.body and isinstance(tree.body[0], ast.Expr) and isinstance(getattr(tree.body[0].value, "value", None), str):
        docstrings.update(range(tree.body[0].lineno, tree.body[0].end_lineno + 1))
    begun = None
    previous = None
    for kind, token, (line, _), (end, _), _ in tokenize.generate_tokens(io.StringIO(text).readline):
        if kind == tokenize.STRING and previous == tokenize.INDENT:
            docstrings.update(range(line, end + 1))
        if kind == tokenize.NEWLINE:
            if begun is not None and end != begun:
                for number in range(begun, end + 1):
                    first[number] = begun
            begun = None
        elif token.strip() and kind != tokenize.COMMENT and begun is None:
            begun = line
        previous = kind
    for node in ast.walk(tree):
        for block in blocks_of(node):
            head, last = block
            if any(first.get(line, line) in excluded or line in excluded for line in head):
                excluded.update(range(min(head), last + 1))
    gone = {first.get(line, line) for line in excluded} | docstrings
    statements = {first.get(line, line) for line in starts}
    return statements - gone, first, len(statements & gone)


def blocks_of(node):
    """The lines of each clause's head, with the last line of the clause: an excluded head takes its clause along."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        top = min([node.lineno] + [each.lineno for each in node.decorator_list])
        yield range(top, max(top + 1, node.body[0].lineno)), node.end_lineno
    elif isinstance(node, (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try)):
        yield range(node.lineno, max(node.lineno + 1, node.body[0].lineno)), node.body[-1].end_lineno
        for rest in (getattr(node, "orelse", None), getattr(node, "finalbody", None)):
            if rest and not isinstance(rest[0], ast.If):
                yield range(rest[0].lineno - 1, rest[0].lineno), rest[-1].end_lineno
    elif isinstance(node, ast.ExceptHandler):
        yield range(node.lineno, max(node.lineno + 1, node.body[0].lineno)), node.end_lineno

