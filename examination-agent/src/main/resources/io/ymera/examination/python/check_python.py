"""Looks for mistakes in Python files. See each_file.py for how it is run and what it prints.

Each rule has the name that flake8, one of its plug-ins, or pylint knows it by; RULES says how bad it is and what it is about.
What is not certain is not said: a rule looks away where code may do what it can't see (star imports, exec, globals()).
A line with "# noqa", or "# noqa: RULE", is left alone.
"""

import ast
import builtins
import io
import os
import re
import symtable
import sys
import tokenize
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import each_file  # noqa: E402

RULES = {
    "A001": ("note", "maintainability"), "A002": ("note", "maintainability"),
    "B002": ("warning", "bug"), "B003": ("warning", "bug"), "B005": ("warning", "bug"), "B006": ("warning", "bug"),
    "B012": ("warning", "bug"), "B015": ("warning", "bug"), "B020": ("warning", "bug"), "B025": ("error", "bug"),
    "E0101": ("error", "bug"), "E0211": ("warning", "bug"), "E0701": ("error", "bug"), "E711": ("warning", "bug"),
    "E712": ("note", "style"), "E713": ("note", "style"), "E714": ("note", "style"), "E721": ("note", "bug"),
    "E722": ("warning", "bug"), "E999": ("error", "bug"), "F401": ("warning", "maintainability"),
    "F403": ("note", "maintainability"), "F541": ("note", "style"), "F601": ("error", "bug"), "F631": ("error", "bug"),
    "F632": ("error", "bug"), "F634": ("error", "bug"), "F811": ("warning", "bug"), "F821": ("error", "bug"),
    "F822": ("error", "bug"), "F841": ("warning", "maintainability"), "R0124": ("warning", "bug"),
    "S110": ("warning", "bug"), "SyntaxWarning": ("warning", "bug"), "W0101": ("warning", "bug"),
    "W0120": ("note", "maintainability"), "W0127": ("warning", "bug"), "W0711": ("error", "bug"), "W605": ("warning", "bug"),
}

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = FUNCTIONS + (ast.ClassDef, ast.Lambda)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
TRIES = tuple(getattr(ast, name) for name in ("Try", "TryStar") if hasattr(ast, name))
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
BLOCKS = ("body", "orelse", "finalbody", "handlers")
LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
# Of which a variable's or a parameter's own name is rarely meant; id, type, input, format, ... are everywhere
SHADOWED = frozenset(
    "all any bool bytes dict enumerate filter float frozenset getattr hasattr int isinstance iter len list map max min next "
    "object open print property range repr reversed round set setattr sorted str sum super tuple zip".split())
# What Python, or what runs it, puts into a module without saying so
GIVEN = frozenset(dir(builtins)) | frozenset(
    "__file__ __name__ __path__ __doc__ __package__ __spec__ __loader__ __builtins__ __annotations__ __debug__ __module__ "
    "__qualname__ __class__ __dict__ __version__ _ WindowsError reveal_type reveal_locals __cached__ __firstlineno__ "
    "__static_attributes__ __conditional_annotations__ __annotate__ __classdict__".split())
WORD = re.compile(r"[^\W\d]\w*")
NOQA = re.compile(r"#\s*noqa(?P<rules>:\s*[A-Z]+[0-9]*(?:[,\s]+[A-Z]+[0-9]+)*)?", re.I)
MOST = 2000


def check(path, source):
    checker = Checker(path, source)
    checker.check()
    findings, left_out = checker.findings()
    return {"findings": findings, "left_out": left_out}


class Checker:
    def __init__(self, path, source):
        self.path = path
        self.source = source
        self.lines = text_of(source).split("\n")
        self.found = set()
        self.tree = None
        self.loaded = set()
        self.hinted = set()
        self.of_classes = set()
        self.dynamic = False
        self.starred = False

    def findings(self):
        """The first MOST of them, and how many more there are."""
        heard = [each for each in sorted(self.found, key=lambda each: (each[0], each[1]) + each[2:4])
                 if not self.silenced(each[0], each[2])]
        return [
            {"line": line, "column": self.column(line, offset), "end_line": end, "rule": rule, "level": RULES[rule][0],
             "category": RULES[rule][1], "message": message}
            for line, offset, rule, message, end in heard[:MOST]], max(0, len(heard) - MOST)

    def say(self, node, rule, message):
        end = getattr(node, "end_lineno", None) or node.lineno
        self.found.add((node.lineno, node.col_offset, rule, message, end))

    def column(self, line, offset):
        """AST counts bytes of UTF-8; SARIF counts units of UTF-16, as Java and JavaScript do."""
        if offset < 0 or line > len(self.lines):
            return None
        before = self.lines[line - 1].encode("utf-8", "replace")[:offset].decode("utf-8", "ignore")
        return len(before.encode("utf-16-le")) // 2 + 1

    def silenced(self, line, rule):
        comment = NOQA.search(self.lines[line - 1][-500:]) if 0 < line <= len(self.lines) else None
        if comment is None or rule == "E999":
            return False
        rules = comment.group("rules")
        return not rules or any(rule.startswith(each) for each in re.findall(r"[A-Z]+[0-9]*", rules.upper()))

    # ------------------------------------------------------------------------------------------------------- the file

    def check(self):
        if not self.parse():
            return
        self.gather()
        for node in ast.walk(self.tree):
            method = getattr(self, "on_" + type(node).__name__.lower(), None)
            if method is not None:
                method(node)
            for block in BLOCKS:
                statements = getattr(node, block, None)
                if isinstance(statements, list):
                    self.block(statements)
            if isinstance(node, FUNCTIONS):
                self.function(node)
        self.imports()
        self.undefined()

    def parse(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                self.tree = ast.parse(self.source)
                # For what only the compiler objects to, such as a return outside of a function. Nothing is run
                compile(self.source, "<file>", "exec", dont_inherit=True)
            except SyntaxError as failure:
                self.broken(failure.lineno, failure.offset, failure.msg)
                return False
            except ValueError as failure:
                self.broken(1, 1, str(failure))
                return False
        for warning in caught:
            text = str(warning.message)
            if "invalid escape sequence" in text or "invalid octal escape" in text:
                self.found.add((warning.lineno, -1, "W605", text, warning.lineno))
            elif issubclass(warning.category, SyntaxWarning) and not text.startswith(('"is', "assertion is always true")):
                self.found.add((warning.lineno, -1, "SyntaxWarning", text, warning.lineno))
        return True

    def broken(self, line, column, why):
        version = "%d.%d" % sys.version_info[:2]
        line = max(1, line or 1)
        self.found.add((line, max(0, (column or 1) - 1), "E999", "This is no Python %s: %s" % (version, why), line))

    def gather(self):
        """Which names are read anywhere, and whether names can be read or bound in ways that are not seen here."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
                self.loaded.add(node.id)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) <= 300:
                # May be an annotation: "List[Thing]"
                self.hinted.update(WORD.findall(node.value))
            elif isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
                self.starred = True
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                self.dynamic |= node.func.id in ("exec", "eval", "globals", "locals", "vars", "execfile")
            if isinstance(node, ast.Attribute):
                self.dynamic |= node.attr in ("_convert_", "modules") and getattr(node.value, "id", "sys") == "sys"
            if isinstance(node, ast.ClassDef):
                # There, x = x gives the class what is outside of it
                self.of_classes.update(node.body)
        for line in self.lines:
            if "# type:" in line and len(line) < 1000:
                self.hinted.update(WORD.findall(line.partition("# type:")[2]))

    # --------------------------------------------------------------------------------------------------------- names

    def imports(self):
        if os.path.basename(self.path) == "__init__.py" or self.dynamic:
            return  # a package's own file imports for others
        kept = self.loaded | self.hinted | {"annotations"}
        for node, guarded in statements_of(self.tree):
            if guarded or not isinstance(node, (ast.Import, ast.ImportFrom)):
                continue
            module = getattr(node, "module", None)
            if module == "__future__":
                continue
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                if alias.name == "*":
                    self.say(node, "F403", "from %s import * hides where names come from" % ("." * node.level + (module or "")))
                elif bound not in kept and alias.asname != alias.name and not bound.startswith("__"):
                    self.say(node, "F401", "%s is imported but not used" % (alias.name if module is None else
                                                                         "%s.%s" % (module, alias.name)))

    def undefined(self):
        if self.starred or self.dynamic:
            return
        bound, waiting = set(), [symtable.symtable(text_of(self.source), "<file>", "exec")]
        while waiting:
            table = waiting.pop()
            waiting.extend(table.get_children())
            for symbol in table.get_symbols():
                if (symbol.is_assigned() or symbol.is_imported() or symbol.is_parameter() or symbol.is_namespace()
                        or symbol.is_declared_global() or symbol.is_annotated()):
                    bound.add(symbol.get_name())
        # Only what nothing in the file binds, whatever the scope; and not what is tried on purpose
        caught = set()
        for node in ast.walk(self.tree):
            if isinstance(node, TRIES) and any(catches(handler, "NameError") for handler in node.handlers):
                caught.update(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
            if type(node).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple", "MatchAs", "MatchStar"):
                bound.add(getattr(node, "name", None))
            if type(node).__name__ == "MatchMapping":
                bound.add(node.rest)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                if node.id not in bound and node.id not in GIVEN and node.id not in caught:
                    self.say(node, "F821", "%s is not defined anywhere in this file" % node.id)
        if "__getattr__" in bound or os.path.basename(self.path) == "__init__.py":
            return  # made when it is asked for, or a module of the package
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and any(getattr(target, "id", None) == "__all__" for target in node.targets):
                for each in getattr(node.value, "elts", []):
                    if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value not in bound | GIVEN:
                        self.say(each, "F822", "__all__ lists %s, which is not defined" % each.value[:100])

    def function(self, node):
        self.arguments(node)
        stores, loads, kept = {}, set(), set()
        waiting = [(child, True) for child in node.body]
        while waiting:
            each, own = waiting.pop()
            if isinstance(each, ast.Name):
                if not isinstance(each.ctx, ast.Store):
                    loads.add(each.id)
            elif isinstance(each, (ast.Global, ast.Nonlocal)):
                kept.update(each.names)
            elif isinstance(each, ast.AugAssign) and isinstance(each.target, ast.Name):
                loads.add(each.target.id)
            elif isinstance(each, ast.Call) and getattr(each.func, "id", None) in ("locals", "vars", "eval", "exec"):
                return
            elif own and isinstance(each, ast.Assign):
                for target in each.targets:
                    if isinstance(target, ast.Name):
                        stores.setdefault(target.id, each)
            elif own and isinstance(each, ast.AnnAssign) and each.value is not None and isinstance(each.target, ast.Name):
                stores.setdefault(each.target.id, each)
            elif own and isinstance(each, ast.ExceptHandler) and each.name:
                stores.setdefault(each.name, each)
            inside = own and not isinstance(each, SCOPES)
            waiting.extend((child, inside) for child in ast.iter_child_nodes(each))
        for name, store in stores.items():
            if name not in loads and name not in kept and not name.startswith(("_", "dummy", "unused", "ignored")):
                self.say(store, "F841", "%s is assigned to but never used" % name)
            if name in SHADOWED and isinstance(store, ast.Assign):
                self.say(store, "A001", "The variable %s hides the builtin of that name" % name)

    def arguments(self, node):
        arguments = node.args
        for default in arguments.defaults + [each for each in arguments.kw_defaults if each is not None]:
            made = isinstance(default, ast.Call) and getattr(default.func, "id", None) in ("list", "dict", "set", "bytearray")
            if made or isinstance(default, (ast.List, ast.Dict, ast.Set) + COMPREHENSIONS[:3]):
                self.say(default, "B006", "This default is made once and shared by all calls; use None and make it inside")
        for each in getattr(arguments, "posonlyargs", []) + arguments.args + arguments.kwonlyargs:
            if each.arg in SHADOWED:
                self.say(each, "A002", "The parameter %s hides the builtin of that name" % each.arg)

    # ---------------------------------------------------------------------------------------------------- statements

    def block(self, statements):
        for statement, following in zip(statements, statements[1:]):
            if isinstance(statement, LEAVES) and not only_makes_a_generator(following):
                self.say(following, "W0101", "This can't be reached, because of the %s before it"
                         % type(statement).__name__.lower())
                break
        defined = {}
        for statement in statements:
            if isinstance(statement, FUNCTIONS + (ast.ClassDef,)):
                earlier = defined.get(statement.name)
                if earlier is not None and not statement.decorator_list and statement.name != "_":
                    self.say(statement, "F811", "%s is defined again; the one in line %d is lost"
                             % (statement.name, earlier.lineno))
                defined.pop(statement.name, None)
                if not statement.decorator_list:
                    defined[statement.name] = statement
                self.forget(defined, statement, but=statement.name)
            else:
                self.forget(defined, statement)

    @staticmethod
    def forget(defined, statement, but=None):
        """What is read in between was not lost."""
        if defined:
            for node in ast.walk(statement):
                name = getattr(node, "id", None) or getattr(node, "attr", None)
                if name != but:
                    defined.pop(name, None)

    def on_expr(self, node):
        value = node.value
        if isinstance(value, ast.Compare) and not in_a_with_of_tests(self.lines, node):
            self.say(node, "B015", "The outcome of this comparison is not used; an assignment or an assert was meant")

    def on_assert(self, node):
        if isinstance(node.test, ast.Tuple) and node.test.elts:
            self.say(node, "F631", "An assert on a tuple never fails; remove the parentheses")

    def on_if(self, node):
        if isinstance(node.test, ast.Tuple) and node.test.elts:
            self.say(node, "F634", "A tuple is always true")

    def on_assign(self, node):
        for target in node.targets:
            if same(target, node.value) and node not in self.of_classes:
                self.say(node, "W0127", "This assigns a variable to itself")
            if ast.dump(target).startswith("Attribute(value=Name(id='os', ctx=Load()), attr='environ'"):
                self.say(node, "B003", "Assigning to os.environ does not change the environment; use os.environ.clear() and update()")

    def on_for(self, node):
        self.loop(node)
        if isinstance(node.target, ast.Name) and isinstance(node.iter, ast.Name) and node.target.id == node.iter.id:
            self.say(node, "B020", "The loop's variable replaces what it loops over")

    def on_asyncfor(self, node):
        self.on_for(node)

    def on_while(self, node):
        self.loop(node)

    def loop(self, node):
        if node.orelse and not breaks(node.body):
            self.say(node, "W0120", "The else of a loop without break is always run; its code can follow the loop")

    def on_try(self, node):
        seen, names = [], set()
        for handler in node.handlers:
            self.handler(handler, len(node.handlers))
            for name in caught_by(handler):
                if name in names:
                    self.say(handler, "B025", "%s is caught by an earlier except" % name)
                names.add(name)
                exception = getattr(builtins, name, None)
                if isinstance(exception, type) and issubclass(exception, BaseException):
                    wider = next((each for each in seen if exception is not each and issubclass(exception, each)), None)
                    if wider is not None:
                        self.say(handler, "E0701", "%s is never caught here: the except before it takes every %s"
                                 % (name, wider.__name__))
                    seen.append(exception)
        for statement in node.finalbody:
            for leave in leaving(statement):
                self.say(leave, "B012", "%s in a finally block swallows exceptions" % type(leave).__name__.lower())

    def on_trystar(self, node):
        self.on_try(node)

    def handler(self, handler, count):
        passes = all(isinstance(each, ast.Pass) or is_ellipsis(each) for each in handler.body)
        raises = any(isinstance(each, ast.Raise) for statement in handler.body for each in ast.walk(statement))
        if handler.type is None:
            if not raises:
                self.say(handler, "E722", "A bare except catches SystemExit and KeyboardInterrupt too; use except Exception")
        elif isinstance(handler.type, ast.BoolOp):
            self.say(handler, "W0711", "\"except A or B\" catches A only; use except (A, B)")
        elif passes and {"Exception", "BaseException"} & set(caught_by(handler)):
            self.say(handler, "S110", "Every exception is swallowed here without a word")

    def on_classdef(self, node):
        for method in node.body:
            if not isinstance(method, FUNCTIONS):
                continue
            arguments = method.args
            if not (arguments.args or getattr(arguments, "posonlyargs", []) or arguments.vararg or method.decorator_list
                    or node.decorator_list or method.name in ("__new__", "__init_subclass__", "__class_getitem__")
                    or any("Interface" in ast.dump(base) for base in node.bases)):
                self.say(method, "E0211", "The method %s has no parameter for the object it is called on" % method.name)
            if method.name == "__init__":
                for each in own_nodes(method):
                    if isinstance(each, ast.Return) and each.value is not None and not is_none(each.value):
                        if not isinstance(each.value, ast.Call):
                            self.say(each, "E0101", "__init__ must not return a value")

    # --------------------------------------------------------------------------------------------------- expressions

    def on_compare(self, node):
        left = node.left
        for operator, right in zip(node.ops, node.comparators):
            if isinstance(operator, (ast.Eq, ast.NotEq)):
                is_not = "is not" if isinstance(operator, ast.NotEq) else "is"
                if is_none(left) or is_none(right):
                    self.say(node, "E711", "Compare to None with \"%s\"" % is_not)
                elif is_bool(right) or is_bool(left):
                    self.say(node, "E712", "A comparison to True or False says nothing that the value does not")
                elif is_type(left) and (is_type(right) or getattr(right, "id", None) in GIVEN):
                    self.say(node, "E721", "Compare types with \"is\", or use isinstance")
            elif isinstance(operator, (ast.Is, ast.IsNot)) and (is_literal(left) or is_literal(right)):
                self.say(node, "F632", "\"is\" compares identity, which a literal need not have; use ==")
            if same(left, right) and not isinstance(operator, ast.NotEq) and not calls(left):
                self.say(node, "R0124", "This compares a value with itself")
            left = right

    def on_unaryop(self, node):
        inner = node.operand
        if isinstance(node.op, ast.Not) and isinstance(inner, ast.Compare) and len(inner.ops) == 1:
            if isinstance(inner.ops[0], ast.In):
                self.say(node, "E713", "Use \"not in\"")
            elif isinstance(inner.ops[0], ast.Is):
                self.say(node, "E714", "Use \"is not\"")
        if isinstance(node.op, ast.UAdd) and isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.UAdd):
            self.say(node, "B002", "Python has no ++; this does nothing")

    def on_dict(self, node):
        seen = {}
        for key, value in zip(node.keys, node.values):
            if not isinstance(key, (ast.Constant, ast.Name)):
                continue
            name = (type(key.value).__name__, key.value) if isinstance(key, ast.Constant) else ("name", key.id)
            if name in seen and not same(seen[name], value):
                self.say(key, "F601", "This key is in the dictionary already, with another value")
            seen[name] = value

    def on_joinedstr(self, node):
        if not any(isinstance(each, ast.FormattedValue) for each in node.values) and not self.is_part(node):
            self.say(node, "F541", "This f-string has no placeholder")

    def is_part(self, node):
        """Format specifications are JoinedStr too; in those, column and line are the whole string's."""
        return not any(mark in self.lines[node.lineno - 1].encode("utf-8", "replace")[node.col_offset:node.col_offset + 3].lower()
                       for mark in (b"f'", b'f"', b"fr", b"rf")) or node in self.specifications()

    def specifications(self):
        if not hasattr(self, "_specifications"):
            self._specifications = {each.format_spec for each in ast.walk(self.tree)
                                    if isinstance(each, ast.FormattedValue) and each.format_spec is not None}
        return self._specifications

    def on_call(self, node):
        if (isinstance(node.func, ast.Attribute) and node.func.attr in ("strip", "lstrip", "rstrip") and len(node.args) == 1
                and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, (str, bytes))):
            characters = node.args[0].value
            if len(characters) > len(set(characters)):
                self.say(node, "B005", "%s takes single characters off, not the text %.50r" % (node.func.attr, characters))


# ------------------------------------------------------------------------------------------------------- what code is like


def text_of(source):
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    except (SyntaxError, ValueError):
        encoding = "utf-8"
    text = source.decode(encoding, "replace")
    return (text[1:] if text.startswith("\ufeff") else text).replace("\r\n", "\n").replace("\r", "\n")


def statements_of(tree):
    """All statements, each with whether it is tried or only for a type checker: import errors and names there are meant."""
    waiting = [(node, False) for node in tree.body]
    while waiting:
        node, guarded = waiting.pop()
        yield node, guarded
        tried = isinstance(node, TRIES) and bool(node.handlers)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.stmt, ast.ExceptHandler)) or type(child).__name__ == "match_case":
                waiting.append((child, guarded or tried))


def own_nodes(function):
    waiting = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, SCOPES):
            waiting.extend(ast.iter_child_nodes(node))


def leaving(statement):
    """Returns, and the breaks and continues that leave this statement's block."""
    waiting = [(statement, False)]
    while waiting:
        node, looped = waiting.pop()
        if isinstance(node, ast.Return) or isinstance(node, (ast.Break, ast.Continue)) and not looped:
            yield node
        if not isinstance(node, SCOPES):
            looped = looped or isinstance(node, LOOPS)
            waiting.extend((child, looped) for child in ast.iter_child_nodes(node))


def breaks(statements):
    waiting = list(statements)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Break):
            return True
        if isinstance(node, LOOPS):
            waiting.extend(node.orelse)
        elif not isinstance(node, SCOPES):
            waiting.extend(ast.iter_child_nodes(node))
    return False


def only_makes_a_generator(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, (ast.Yield, ast.YieldFrom))


def in_a_with_of_tests(lines, node):
    """Tests compare for the exception that it raises, and notebooks to show the outcome."""
    before = "\n".join(lines[max(0, node.lineno - 6):node.lineno])
    return "raises" in before or "assertWarns" in before or "warns" in before


def caught_by(handler):
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return [each.id for each in types if isinstance(each, ast.Name)]


def catches(handler, name):
    return handler.type is None or bool({name, "Exception"} & set(caught_by(handler)))


def same(left, right):
    """Whether two expressions read the same names and attributes; anything else might not be the same twice."""
    while isinstance(left, ast.Attribute) and isinstance(right, ast.Attribute) and left.attr == right.attr:
        left, right = left.value, right.value
    if isinstance(left, ast.Name) and isinstance(right, ast.Name):
        return left.id == right.id
    return isinstance(left, ast.Constant) and isinstance(right, ast.Constant) and repr(left.value) == repr(right.value)


def calls(node):
    return any(isinstance(each, ast.Call) for each in ast.walk(node))


def is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def is_bool(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def is_ellipsis(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and statement.value.value is Ellipsis


def is_literal(node):
    if isinstance(node, ast.Tuple):
        return all(is_literal(each) for each in node.elts)
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes, int, float, complex)) and not is_bool(node)


def is_type(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", None) == "type" and len(node.args) == 1


if __name__ == "__main__":
    each_file.main(check)
