"""Runs a project's tests and reports each of them as a sealed line of JSON. Python 3.8+, standard library only.

    python3 run_tests.py < job.json

It starts in the project's folder. The job (TestJob.java) is read to its end before anything of the project is loaded. Reports
(RunnerLine.java, Seal.java) go to what was standard output when it started; the tests' own output goes to standard error.

What runs here shares the interpreter with the tests. So nothing of it stays where tests look by accident (__main__, argv, the
environment); what they can reach all the same is compared with what it was; the tests' own calls are watched besides the
framework; and tests with known outcomes are run among theirs. Code that reads this process's memory by itself can still lie.
"""

import _json
import ast
import builtins
import configparser
import dis
import fcntl
import fnmatch
import functools
import gc
import hashlib
import importlib.util
import inspect
import io
import os
import re
import sys
import threading
import time
import tokenize
import types
import unittest

ROOT = os.getcwd()
PREFIX = ROOT.rstrip("/") + "/"
MOST_INCIDENTS = 50
# Keeps the frames of this file out of unittest's texts
__unittest = True
NOT_OURS = {"node_modules", "bower_components", "vendor", "third_party", "venv", ".venv", "env", "site-packages", "target",
            "build", "dist", "__pycache__", ".git", ".tox", ".eggs", "coverage"}


# ------------------------------------------------------------------------------------------------------------ channel


def open_channel(key):
    """Makes the one function that writes sealed lines. All that it uses is bound here, so that patches don't reach it: its
    defaults can't be changed, nor read, without an audit event, and it takes calls from this file's own code only."""
    channel = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 100)
    os.dup2(2, 1)
    sys.stdout = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    block = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))

    def send(members, channel=channel, inner=inner, outer=outer, count=[0], callers=set(), pid=os.getpid(),
             lock=threading.RLock(), getpid=os.getpid, write=os.write, escape=_json.encode_basestring_ascii,
             frame=sys._getframe, type=type, str=str, int=int, float=float, list=list, bool=bool, repr=repr, len=len,
             intrepr=int.__repr__, floatrepr=float.__repr__):
        if getpid() != pid:
            return  # a fork of the test's own: its outcomes are not ours to tell
        caller = frame(1).f_code
        if callers and caller not in callers:
            members = {"event": "incident", "kind": "altered_framework", "text": "called the runner's own report function"}
        json = "{"
        for name in members:
            value = members[name]
            kind = type(value)
            if value is None:
                continue
            if len(json) > 1:
                json += ","
            json += escape(name) + ":"
            if kind is str:
                json += escape(value)
            elif kind is int:
                json += intrepr(value)
            elif kind is float:
                json += floatrepr(value) if value - value == 0 else "0"
            elif kind is list:
                json += "[" + ",".join([intrepr(each) for each in value]) + "]"
            else:
                json += "{" + ",".join([escape(each) + ":" + (intrepr(value[each]) if type(value[each]) is int
                                                              else floatrepr(value[each])) for each in value]) + "}"
        body = (json + "}").encode("ascii")
        with lock:
            first = inner.copy()
            first.update(b"%d:" % count[0] + body)
            second = outer.copy()
            second.update(first.digest())
            count[0] += 1
            line = b"\n" + second.hexdigest()[:32].encode("ascii") + b" " + body + b"\n"
            while line:
                line = line[write(channel, line):]

    def lock_callers():
        found = send.__defaults__[4]
        stack = [value.__code__ for value in globals().values() if isinstance(value, types.FunctionType)]
        for value in list(globals().values()):
            if isinstance(value, type) and value.__module__ == __name__:
                stack += [each.__code__ for each in vars(value).values() if isinstance(each, types.FunctionType)]
        while stack:
            code = stack.pop()
            found.add(code)
            stack += [each for each in code.co_consts if isinstance(each, types.CodeType)]

    lock_callers()
    return send


def clean(text):
    return str(text).encode("utf-8", "backslashreplace").decode("utf-8")


def make_reporter(send, limit, left):
    """The function that reports a test; texts are bounded one by one and together."""
    left = [left]

    def bounded(text):
        if text is None:
            return None
        text = clean(text)
        if left[0] <= 0:
            return "(left out: the report would be too long)"
        left[0] -= min(len(text), limit)
        if len(text) <= limit:
            return text
        half = limit // 2
        return "%s\n... %d characters left out ...\n%s" % (text[:half], len(text) - 2 * half, text[-half:])

    def report(name, outcome, seconds, text=None):
        send({"event": "test", "id": clean(name)[:1000], "outcome": outcome, "seconds": round(max(0.0, float(seconds)), 6),
              "text": bounded(text)})

    return report


# -------------------------------------------------------------------------------------------------------- what is tried


class Witness:
    """What the test that is running did, seen by its own call. One object for the run; not for tests."""

    __slots__ = ("test", "called", "raised", "outcomes", "calls", "tell")

    def __init__(self):
        self.tell = None
        self.begin(None)

    def __setattr__(self, name, value, frame=sys._getframe, mine=sys._getframe().f_code.co_filename, put=object.__setattr__):
        if frame(1).f_code.co_filename == mine:
            put(self, name, value)
        else:
            self.tell("altered_framework", "changed what the runner had noted of a test")

    def begin(self, test):
        self.test = test
        self.called = False
        self.raised = None
        self.outcomes = []
        self.calls = 0


def ours(code):
    """Whether code is the project's: in its folder, or made from text."""
    name = code.co_filename
    if not name.startswith("/"):
        return not name.startswith("<frozen")
    return name.startswith(PREFIX) and "/site-packages/" not in name


def make_incidents(send, witness):
    """The function that reports an incident, once."""
    seen = set()

    def incident(kind, text, test=None):
        test = test or witness.test
        if len(seen) < MOST_INCIDENTS and (kind, text, test) not in seen:
            seen.add((kind, text, test))
            send({"event": "incident", "kind": kind, "id": test and clean(test)[:1000], "text": clean(text)[:1500]})

    return incident


LOOPBACK = ("", "localhost", "localhost.localdomain", "ip6-localhost", "::1", "0.0.0.0", "::")
SECRETS = re.compile(r"^/etc/(shadow|gshadow|sudoers)\b|^/(root|home|srv|mnt|media|run|var/lib|var/run)/"
                     r"|/\.(ssh|aws|gnupg|docker|kube|netrc|git-credentials|pypirc)(/|$)")
DEBUGGERS = {"gdb", "lldb", "strace", "ltrace", "py-spy", "perf"}


def watch(incident, private):
    """An audit hook (PEP 578) that names what honest tests have no need of. It denies only what leads into this process's
    own memory."""
    own = os.getpid()
    parent = os.getppid()
    runner = os.path.abspath(__file__)
    trusted = tuple(folder.rstrip("/") + "/" for folder in {
        os.path.realpath(sys.prefix), sys.prefix, os.path.realpath(sys.base_prefix), sys.base_prefix, ROOT,
        os.path.dirname(runner)} if folder not in ("/", "/usr"))
    frame = sys._getframe
    process = re.compile(r"^/proc/(\d+)/(?:task/\d+/)?(environ|mem|maps|root|cwd|fd|map_files)\b")
    memory = ("/proc/self/mem", "/proc/thread-self/mem", "/proc/%d/mem" % own)
    private_ids = {id(each) for each in private}

    def local(host):
        host = host.decode("ascii", "replace") if isinstance(host, (bytes, bytearray)) else str(host or "")
        return host.lower() in LOOPBACK or host.startswith("127.") or host == os.uname().nodename

    def by_project():
        return ours(frame(3).f_code)

    def file(path, writes):
        if isinstance(path, bytes):
            path = path.decode("utf-8", "replace")
        if not isinstance(path, str) or not path.startswith("/"):
            if not isinstance(path, str) or ".." not in path:
                return
            path = os.path.abspath(path)
        if path in memory:
            incident("memory_search", "opened " + path)
            raise PermissionError("The memory of this process is not for tests")
        if path.startswith("/proc/"):
            found = process.match(path)
            if found and int(found.group(1)) != own:
                incident("foreign_process", "opened " + path)
        elif writes and path == runner:
            incident("foreign_file", "opened the runner's own file for writing")
        elif SECRETS.search(path) and not path.startswith(trusted):
            incident("foreign_file", "opened " + path)

    def opened(args):
        flags = args[2] if len(args) > 2 and isinstance(args[2], int) else 0
        file(args[0], flags & (os.O_WRONLY | os.O_RDWR))

    def listed(args):
        if args:
            file(args[0], 0)

    def connected(args):
        address = args[1]
        if isinstance(address, tuple) and address and not local(address[0]):
            incident("network", "tried to reach %s port %s" % (address[0], address[1] if len(address) > 1 else "?"))

    def looked_up(args):
        if not local(args[0]) and not re.match(r"^[0-9.]+$|^[0-9a-fA-F:]+$", str(args[0])):
            incident("network", "looked up the host name %s" % (args[0],))

    def killed(args):
        if args[0] in (1, -1, parent):
            incident("foreign_process", "sent signal %s to process %s" % (args[1], args[0]))

    def started(args):
        name = os.path.basename(str(args[0]))
        if name in DEBUGGERS:
            incident("foreign_process", "started " + name)

    def searched(args):
        if by_project():
            incident("memory_search", "searched the interpreter's memory (gc, frames or ctypes)")

    def read(args):
        if id(args[0]) in private_ids and by_project():
            incident("altered_framework", "looked into the runner's own functions")

    def written(args):
        if args[1] == "__code__" and by_project() and not ours(args[0].__code__):
            incident("altered_framework", "changed the code of " + getattr(args[0], "__qualname__", "a function"))
        elif id(args[0]) in private_ids:
            incident("altered_framework", "changed the runner's own functions")

    handlers = {
        "open": opened, "os.listdir": listed, "os.scandir": listed,
        "socket.connect": connected, "socket.sendto": connected, "socket.getaddrinfo": looked_up,
        "socket.gethostbyname": looked_up,
        "os.kill": killed, "os.killpg": killed, "subprocess.Popen": started, "os.posix_spawn": started,
        "gc.get_objects": searched, "gc.get_referrers": searched, "gc.get_referents": searched,
        "sys._current_frames": searched, "ctypes.string_at": searched, "ctypes.cdata": searched,
        "object.__getattr__": read, "object.__setattr__": written,
    }
    # Without a name that tests could change
    find = handlers.copy().get

    def hook(event, args):
        handler = find(event)
        if handler is not None:
            try:
                handler(args)
            except PermissionError:
                raise
            except Exception:
                return  # never a reason for the project's call to fail

    sys.addaudithook(hook)


# ------------------------------------------------------------------------------------------------------------ integrity


def functions_of(owner, names=None):
    for name, value in list(vars(owner).items()):
        if names is None or name in names:
            yield owner, name, value


def decisive(with_pytest):
    """What decides about outcomes: (owner, name, value) of each function. Deprecated aliases, and what projects replace for
    other reasons (shortDescription, id), are not among them."""
    case = unittest.case
    aliases = {"failUnlessEqual", "assertEquals", "assertNotEquals", "assertAlmostEquals", "assertNotAlmostEquals",
               "assertRegexpMatches", "assertNotRegexpMatches", "assertRaisesRegexp", "assert_"}
    yield from ((o, n, v) for o, n, v in functions_of(case.TestCase)
                if (n.startswith(("assert", "_assert", "fail")) and n not in aliases)
                or n in ("run", "__call__", "_callTestMethod", "_callSetUp", "_callTearDown", "_addSkip", "subTest", "skipTest",
                         "_addExpectedFailure", "_addUnexpectedSuccess", "_feedErrorsToResult"))
    yield from functions_of(case._Outcome, ("testPartExecutor", "__init__"))
    yield from functions_of(case._AssertRaisesContext, ("__exit__", "__enter__"))
    yield from functions_of(unittest.result.TestResult, (
        "addError", "addFailure", "addSkip", "addSuccess", "addExpectedFailure", "addUnexpectedSuccess", "addSubTest",
        "startTest", "stopTest"))
    yield from functions_of(unittest.loader.TestLoader)
    yield sys.modules, "unittest", unittest
    yield from functions_of(unittest.suite.TestSuite, ("run", "__call__"))
    yield from functions_of(unittest.suite.BaseTestSuite, ("run", "__call__", "__iter__"))
    for name in ("AssertionError", "Exception", "BaseException", "isinstance", "issubclass", "getattr", "type", "bool", "len",
                 "compile", "exec", "repr"):
        yield builtins, name, getattr(builtins, name)
    if not with_pytest:
        return
    import _pytest.assertion.rewrite
    import _pytest.main
    import _pytest.outcomes
    import _pytest.python
    import _pytest.reports
    import _pytest.runner
    import _pytest.skipping
    import _pytest.unittest
    import pluggy
    import pluggy._callers
    import pytest
    yield sys.modules, "pytest", pytest
    rewrite = _pytest.assertion.rewrite
    yield from functions_of(rewrite, ("rewrite_asserts", "_rewrite_test", "_read_pyc"))
    yield from functions_of(rewrite.AssertionRewriter, ("run", "visit_Assert"))
    yield from functions_of(rewrite.AssertionRewritingHook, ("exec_module", "find_spec"))
    yield from functions_of(_pytest.runner, (
        "pytest_runtest_protocol", "runtestprotocol", "call_and_report", "call_runtest_hook", "pytest_runtest_makereport",
        "pytest_runtest_call", "pytest_runtest_setup", "check_interactive_exception", "collect_one_node",
        "pytest_make_collect_report"))
    yield from functions_of(_pytest.runner.CallInfo, ("from_call", "__init__"))
    yield from functions_of(_pytest.reports.TestReport, ("from_item_and_call", "__init__"))
    yield from functions_of(_pytest.reports.BaseReport, ("passed", "failed", "skipped"))
    yield from functions_of(_pytest.python, ("pytest_pyfunc_call",))
    yield from functions_of(_pytest.python.Function, ("runtest", "setup"))
    yield from functions_of(_pytest.unittest.TestCaseFunction, (
        "runtest", "addError", "addFailure", "_addexcinfo", "addSkip", "addExpectedFailure", "addUnexpectedSuccess",
        "addSuccess", "addSubTest", "setup", "startTest", "stopTest"))
    yield from functions_of(_pytest.main, ("pytest_runtestloop", "_main", "pytest_cmdline_main"))
    yield from functions_of(_pytest.main.Session, ("pytest_runtest_logreport", "perform_collect"))
    yield from functions_of(_pytest.skipping, (
        "pytest_runtest_makereport", "pytest_runtest_setup", "pytest_runtest_call", "evaluate_xfail_marks",
        "evaluate_skip_marks"))
    yield from functions_of(_pytest.outcomes, ("fail", "Failed", "skip", "xfail"))
    yield from functions_of(pluggy._callers, ("_multicall",))
    yield from functions_of(pytest, ("raises", "fail", "approx", "main"))
    raising = type(pytest.raises(KeyError))
    yield from functions_of(raising, ("__exit__", "__enter__"))
    hooks = getattr(pluggy, "_hooks", None) or __import__("pluggy._hooks", fromlist=["x"])
    caller = getattr(hooks, "HookCaller", None) or hooks._HookCaller
    yield from functions_of(caller, ("__call__", "call_extra", "get_hookimpls"))


def fingerprint(value):
    """What a function is and does, as far as that can be compared."""
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    if isinstance(value, property):
        value = value.fget
    return id(value), getattr(value, "__code__", None), getattr(value, "__defaults__", None)


def make_integrity(incident, with_pytest, more):
    """The function that compares the framework, and what else is decisive, with what it was."""
    known = []
    for owner, name, value in decisive(with_pytest):
        known.append((owner, name, value, fingerprint(value)))
    for owner, name in more:
        value = vars(owner)[name]
        known.append((owner, name, value, fingerprint(value)))
    get = vars
    told = set()

    def check(in_test=False):
        for owner, name, value, print_ in known:
            if in_test and (owner is builtins or owner is sys.modules):
                continue  # which fakes replace for as long as a test takes
            now = (owner if owner is sys.modules else get(owner)).get(name)
            if now is not value or fingerprint(now) != print_:
                what = "%s.%s" % (getattr(owner, "__qualname__", getattr(owner, "__name__", "sys.modules")), name)
                if what not in told:
                    told.add(what)
                    incident("altered_framework", "replaced or changed " + what)

    return check


def codes_in(code):
    waiting = [code]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [inner for inner in each.co_consts if isinstance(inner, types.CodeType)]


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
        if code is None or not ours(code):
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


# ------------------------------------------------------------------------------------------------------------- coverage


def measure(send):
    """Starts measuring; returns the function that stops and tells."""
    try:
        import coverage
    except ImportError:
        return measure_by_itself(send)
    return measure_by_coverage_py(send, coverage)


def project_files():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if f not in NOT_OURS)
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    yield path


def tell_lines(send, path, executable, executed):
    executable = [line for line in sorted(executable) if 0 < line <= 1000000][:60000]
    send({"event": "coverage", "path": clean(os.path.relpath(path, ROOT)), "executable": executable,
          "executed": sorted(set(executable) & set(executed))})


def measure_by_coverage_py(send, coverage):
    try:
        measuring = coverage.Coverage(data_file=None, config_file=True, branch=False, source=[ROOT])
    except Exception:
        send({"event": "note", "text": "coverage.py does not accept the project's configuration of it, which is not used"})
        measuring = coverage.Coverage(data_file=None, config_file=False, branch=False, source=[ROOT])
    for option, value in (("run:branch", False), ("run:omit", None), ("run:include", None), ("run:plugins", []),
                          ("run:parallel", False), ("run:source_pkgs", []), ("report:omit", None), ("report:include", None)):
        try:
            measuring.set_option(option, value)
        except Exception:
            continue
    measuring._warn = lambda *a, **k: None
    measuring.start()

    def finish():
        measuring.stop()
        excluded = 0
        for path in project_files():
            try:
                _, statements, left_out, missing, _ = measuring.analysis2(path)
            except Exception as unreadable:
                send({"event": "note", "text": clean("No coverage of %s: %s" % (os.path.relpath(path, ROOT), unreadable))[:300]})
                continue
            excluded += len(left_out)
            tell_lines(send, path, statements, set(statements) - set(missing))
        name_excluded(send, excluded, "coverage.py " + coverage.__version__)

    return finish


def name_excluded(send, excluded, tool):
    send({"event": "note", "text": "Lines were measured by %s; %d are left out by comments or by the project's configuration"
                                   % (tool, excluded)})


LINES_WITHOUT_NEWS = 20_000


def measure_by_itself(send):
    """By the interpreter's own events: PEP 669 where there is it, or else by tracing."""
    lines = {}
    files = {}

    def wanted(name):
        known = files.get(name)
        if known is None:
            known = name if name.startswith("/") else os.path.join(ROOT, name)
            known = files[name] = known if known.startswith(PREFIX) and name[:1] != "<" else ""
        return known

    if hasattr(sys, "monitoring"):
        monitoring = sys.monitoring
        monitoring.use_tool_id(monitoring.COVERAGE_ID, "ymera")

        def line(code, number):
            name = wanted(code.co_filename)
            if name:
                lines.setdefault(name, set()).add(number)
            return monitoring.DISABLE

        monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, line)
        monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)
        stop = lambda: monitoring.set_events(monitoring.COVERAGE_ID, 0)
    else:
        left = {}

        def lines_left(code):
            name = wanted(code.co_filename)
            if not name:
                return None
            if hasattr(code, "co_lines"):
                return {line for _, _, line in code.co_lines() if line}, lines.setdefault(name, set()).add
            return {None}, lines.setdefault(name, set()).add

        def trace(frame, event, arg):
            code = frame.f_code
            try:
                known = left[code]
            except KeyError:
                known = left[code] = lines_left(code)
            if known is None or not known[0]:
                return None  # not the project's, or all of it has been seen: runs at full speed
            remaining, add = known
            nothing_new = 0

            def local(frame, event, arg):
                nonlocal nothing_new
                if event == "line":
                    if frame.f_lineno in remaining:
                        add(frame.f_lineno)
                        remaining.discard(frame.f_lineno)
                        nothing_new = 0
                    else:
                        nothing_new += 1
                        if nothing_new > LINES_WITHOUT_NEWS:
                            # A loop that runs for long: the next call of the function is watched again
                            return None
                return local

            remaining.discard(code.co_firstlineno)
            return local

        sys.settrace(trace)
        threading.settrace(trace)
        stop = lambda: (sys.settrace(None), threading.settrace(None))

    def finish():
        stop()
        excluded = 0
        patterns = exclusions()
        for path in project_files():
            try:
                statements, first, left_out = statements_of(path, patterns)
            except (SyntaxError, ValueError, OSError, RecursionError, tokenize.TokenError) as unreadable:
                send({"event": "note", "text": clean("No coverage of %s: %s" % (os.path.relpath(path, ROOT), unreadable))[:300]})
                continue
            excluded += left_out
            tell_lines(send, path, statements, {first.get(number, number) for number in lines.get(path, ())})
        name_excluded(send, excluded, "the interpreter's own events")

    return finish


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


# ---------------------------------------------------------------------------------------------------------- unittest


def run_unittest(send, report, incident, witness, job, finish_coverage):
    class Result(unittest.TestResult):
        """Reports a test when it stops: until then a subtest, a clean-up or an expected failure can change its outcome."""

        def startTest(self, test):
            super().startTest(test)
            began(test)

        def stopTest(self, test):
            super().stopTest(test)
            ended(test)

        def addError(self, test, err):
            super().addError(test, err)
            record(test, "error", self.errors[-1][1])

        def addFailure(self, test, err):
            super().addFailure(test, err)
            record(test, "failed", self.failures[-1][1])

        def addSkip(self, test, reason):
            super().addSkip(test, reason)
            record(test, "skipped", str(reason))

        def addExpectedFailure(self, test, err):
            super().addExpectedFailure(test, err)
            record(test, "xfailed", self.expectedFailures[-1][1])

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            record(test, "xpassed", "The test is marked as an expected failure, but it passed.")

        def addSubTest(self, test, subtest, err):
            super().addSubTest(test, subtest, err)
            if err is not None:
                failed = issubclass(err[0], test.failureException)
                text = (self.failures if failed else self.errors)[-1][1]
                record(test, "failed" if failed else "error", "%s\n%s" % (subtest._subDescription(), text))

    state = {"running": None, "outcome": None, "texts": [], "at": 0.0, "seconds": 0.0, "method": None}
    counts = dict.fromkeys(("tests", "failed", "error", "skipped", "xfailed", "xpassed"), 0)
    unstarted = {}
    halted = set()
    watched = set()
    rank = ("passed", "skipped", "xfailed", "xpassed", "failed", "error")
    controls = {}
    clock = time.perf_counter

    def began(test):
        state["running"] = test
        state["outcome"] = "passed"
        state["texts"] = []
        name = test.id()
        witness.begin(name)
        if id(test) not in controls:
            counts["tests"] += 1
            if unstarted.get(name):
                unstarted[name] -= 1
            send({"event": "running", "id": clean(name)[:1000]})
        state["method"] = getattr(test, getattr(test, "_testMethodName", ""), None)
        state["code"] = inner_code(state["method"])
        if not watch_method(test):
            witness.called = True
        state["at"] = clock()

    def inner_code(method):
        function = getattr(method, "__func__", method)
        return getattr(getattr(function, "__wrapped__", function), "__code__", None)

    def watch_method(test):
        """Puts a witness in the place of the test's method, of this one test. False if that is not possible."""
        if id(test) in watched:
            return True
        method = getattr(test, getattr(test, "_testMethodName", ""), None)
        function = getattr(method, "__func__", None)
        if not isinstance(function, types.FunctionType):
            return False
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def seen(self, *args, **kwargs):
                witness.called = True
                try:
                    return await function(self, *args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
        else:
            @functools.wraps(function)
            def seen(self, *args, **kwargs):
                witness.called = True
                try:
                    return function(self, *args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
                finally:
                    check(in_test=True)  # before a clean-up puts back what was replaced
        try:
            setattr(test, test._testMethodName, types.MethodType(seen, test))
        except Exception:
            return False
        watched.add(id(test))
        return True

    def ended(test):
        if state["running"] is None:
            return  # Python 3.12.1 ends what it skips without having begun it
        seconds = clock() - state["at"]
        name = test.id()
        if id(test) in controls:
            send({"event": "control", "id": controls[id(test)], "outcome": state["outcome"]})
        else:
            if inner_code(state["method"]) is not state["code"]:
                incident("altered_framework", "changed the code of the test while it was set up or run")
            doubts(test, name)
            report(name, state["outcome"], seconds, "\n\n".join(state["texts"]) or None)
        watched.discard(id(test))
        vars(test).pop(getattr(test, "_testMethodName", ""), None)
        state["running"] = None
        check()
        witness.begin(None)

    def doubts(test, name):
        outcome = state["outcome"]
        raised = witness.raised
        skip = raised is not None and issubclass(raised, unittest.SkipTest)
        expecting = (getattr(state["method"], "__unittest_expecting_failure__", False)
                     or getattr(type(test), "__unittest_expecting_failure__", False))
        if raised is not None and not skip and (outcome in ("passed", "skipped") or outcome == "xfailed" and not expecting):
            incident("altered_outcome", "the test raised %s and was reported as %s" % (raised.__name__, outcome))
        elif outcome == "passed" and not witness.called and ours(getattr(type(test).run, "__code__", check.__code__)):
            incident("altered_outcome", "the test's method was never called, and it was reported as passed")

    def record(test, outcome, text):
        name = test.id()
        if id(test) in controls:
            state["outcome"] = outcome
            return
        counts[outcome] += 1
        if state["running"] is None:
            # setUpClass, setUpModule and their counterparts are no tests, but they fail and skip like ones
            halted.add(name)
            report(name, outcome, 0.0, text)
            return
        if rank.index(outcome) >= rank.index(state["outcome"]):
            state["outcome"] = outcome
        state["texts"].append(text)

    def not_run():
        """Those whose class or module could not be set up, which has been reported."""
        scopes = [re.sub(r"^\w+ \((.*)\)$", r"\1", name) for name in halted]
        return sum(count for name, count in unstarted.items() if any((name + ".").startswith(scope + ".") for scope in scopes))

    sys.path.insert(0, ROOT)
    more = [(Result, name) for name in ("startTest", "stopTest", "addError", "addFailure", "addSkip", "addExpectedFailure",
                                        "addUnexpectedSuccess", "addSubTest")]
    check = make_integrity(incident, False, more)
    forget_shadowed(send)
    settle()
    try:
        suite, lines = discover()
    except SystemExit as stopped:
        raise RuntimeError("a test module ended the interpreter while it was imported (SystemExit: %s)" % stopped.code)
    for line in lines:
        send({"event": "note", "text": line})
    suite = selected(suite, job)
    tests = list(flat(suite))
    compare = make_comparison(incident)
    for test in tests:
        kind, method = type(test), getattr(test, "_testMethodName", "")
        module = sys.modules.get(kind.__module__)
        compare(test.id(), getattr(kind, method, None), getattr(module, "__file__", None) or "", kind.__name__ + "." + method)
        watch_method(test)
        unstarted[test.id()] = unstarted.get(test.id(), 0) + 1
    send({"event": "start", "framework": "unittest", "expected": len(unstarted)})
    if job["framework"] != "unittest":
        name_what_needs_pytest(send)
    check()
    result = Result()
    kind = control_case(job["controls"], tests)
    began_at = clock()
    result.startTestRun()

    def run_controls():
        kept = (result.testsRun, len(result.failures), len(result.errors))
        these = [kind(name) for name in job["controls"]]
        controls.clear()
        controls.update((id(test), test._testMethodName) for test in these)
        unittest.TestSuite(these).run(result)
        result.testsRun = kept[0]
        del result.failures[kept[1]:], result.errors[kept[2]:]
        controls.clear()

    try:
        run_controls()
        suite.run(result)
        run_controls()
    finally:
        result.stopTestRun()
    witness.begin(None)
    check()
    seconds = clock() - began_at
    lists = (len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures),
             len(result.unexpectedSuccesses), result.testsRun)
    if lists != tuple(counts[name] for name in ("failed", "error", "skipped", "xfailed", "xpassed", "tests")):
        incident("altered_outcome", "the framework's lists of outcomes were changed")
    finish_coverage()
    send({"event": "end", "totals": {
        "tests": counts["tests"], "failed": counts["failed"], "errors": counts["error"], "skipped": counts["skipped"],
        "xfailed": counts["xfailed"], "xpassed": counts["xpassed"], "seconds": seconds, "not_run": not_run()}})


def control_case(names, tests):
    """A test case with a test for each name: three must fail, each in its own way, the last one does nothing."""
    def asserts(self):
        assert ROOT == "", "a control"

    def compares(self):
        self.assertEqual(1, 2, "a control")

    def raises(self):
        raise LookupError("a control")

    def passes(self):
        self.assertEqual(1, 1)

    members = dict(zip(names, (asserts, compares, raises, passes)))
    members["__module__"] = type(tests[0]).__module__ if tests else "tests"
    members["__qualname__"] = "ChecksTest"
    kind = type("ChecksTest", (unittest.TestCase,), members)
    # A module's set-up is none of theirs
    if sys.modules.get(kind.__module__) is not None and (hasattr(sys.modules[kind.__module__], "setUpModule")
                                                         or hasattr(sys.modules[kind.__module__], "tearDownModule")):
        kind.__module__ = "tests"
    return kind


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def selected(suite, job):
    """The suite without the tests that are not for this process; its shape is kept, because set-ups depend on it."""
    only = None if job.get("only") is None else set(job["only"])
    known = set(job["except"])
    modules = []

    def part(test):
        module = type(test).__module__
        if module not in modules:
            modules.append(module)
        return modules.index(module) % job["shards"] == job["shard"]

    def wanted(test):
        mine = part(test)
        name = clean(test.id())[:1000]
        return mine and name not in known and (only is None or name in only)

    def filtered(tests):
        kept = [filtered(test) if isinstance(test, unittest.TestSuite) else test for test in tests
                if isinstance(test, unittest.TestSuite) or wanted(test)]
        return type(tests)(kept) if isinstance(tests, unittest.TestSuite) else kept

    if only is None and not known and job["shards"] == 1:
        return suite
    return filtered(suite)


def discover():
    """As "python3 -m unittest discover"; where that finds nothing, in the folders where tests usually are."""
    suite = unittest.TestLoader().discover(".")
    if suite.countTestCases():
        return suite, []
    for folder in ("tests", "test"):
        if os.path.isdir(folder):
            has_init = os.path.exists(os.path.join(folder, "__init__.py"))
            loader = unittest.TestLoader()
            suite = loader.discover(folder, top_level_dir="." if has_init else None)
            if suite.countTestCases():
                return suite, ["python3 -m unittest discover finds nothing here; what was run is python3 -m unittest discover -s "
                               + folder]
    return suite, []


def name_what_needs_pytest(send):
    """Says which test files unittest can't see into, going by what they say, not by running them."""
    unseen = []
    for folder, folders, files in os.walk("."):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in ("node_modules", "venv", "build"))
        for name in sorted(files):
            if fnmatch.fnmatch(name, "test_*.py") or fnmatch.fnmatch(name, "*_test.py"):
                path = os.path.join(folder, name)[2:]
                try:
                    with io.open(path, encoding="utf-8", errors="replace") as file:
                        source = file.read(1 << 20)
                except OSError:
                    continue
                if re.search(r"^\s*(import pytest|from pytest\b)|^(async )?def test", source, re.M):
                    unseen.append(path)
    text = "pytest is not installed for %s: only unittest-style tests were run" % sys.executable
    if unseen:
        named = ", ".join(unseen[:20]) + (", ..." if len(unseen) > 20 else "")
        text += ("; %d file%s pytest tests and may not have been run: %s; install pytest to run them"
                 % (len(unseen), " looks like" if len(unseen) == 1 else "s look like", named))
    send({"event": "note", "text": clean(text)})


# ------------------------------------------------------------------------------------------------------------ pytest


def make_pytest_plugin(send, report, incident, witness, job):
    """A test has up to three reports (setup, call, teardown); each that is not a pass counts, as in pytest's own summary: a
    test that passes and whose teardown fails is one passed and one error."""
    import pytest
    from _pytest.skipping import evaluate_xfail_marks
    from _pytest.unittest import TestCaseFunction

    counts = dict.fromkeys(("passed", "failed", "error", "skipped", "xfailed", "xpassed"), 0)
    state = {"expected": 0, "not_run": 0, "began": time.perf_counter(), "check": None, "hooked": False, "control": None,
             "control_outcome": None, "config": None, "looped": False}
    collected = set()
    deselected = set()
    originals = {}
    running = set()
    skips = (pytest.skip.Exception, unittest.SkipTest)
    clock = time.perf_counter

    def tell(name, outcome, seconds, text):
        counts[outcome] += 1
        report(name, outcome, seconds, text)

    class Plugin:
        @pytest.hookimpl(tryfirst=True)
        def pytest_load_initial_conftests(self, early_config, parser, args):
            # What is installed has been loaded by now, and nothing of the project but what its configuration names
            forget_shadowed(send)

        @pytest.hookimpl(trylast=True)
        def pytest_configure(self, config):
            state["config"] = config

        @pytest.hookimpl(tryfirst=True)
        def pytest_itemcollected(self, item):
            collected.add(item.nodeid)
            made = getattr(item, "_obj", None)
            originals[id(item)] = code_of(made), outer_code(made)
            name = getattr(item, "originalname", None)
            holder = getattr(item.parent, "obj", None)
            found = outer_code(getattr(holder, name, None)) if name else None
            now = outer_code(made)
            if name and isinstance(item, pytest.Function):
                inside = [each.name for each in item.listchain() if isinstance(each, pytest.Class)]
                compare(item.nodeid, getattr(holder, name, None), str(item.fspath), ".".join(inside + [name]))
            if found is not None and now is not None and now is not found and ours(now):
                incident("altered_framework", "put another function in the place of a test: " + item.nodeid)

        def pytest_deselected(self, items):
            deselected.update(item.nodeid for item in items)

        @pytest.hookimpl(trylast=True)
        def pytest_collection_finish(self, session):
            items = session.items
            for path in {str(item.fspath) for item in items}:
                if path in sources and sources[path] != digest_of(path):
                    incident("altered_framework", "changed the file of a test before it was run: " + os.path.relpath(path, ROOT))
            kept = {item.nodeid for item in items}
            if deselected:
                send({"event": "note", "text": "%d tests are deselected by the project's configuration or hooks, for example %s"
                                               % (len(deselected), clean(sorted(deselected)[0])[:300])})
            removed = collected - kept - deselected
            wanted_here = select(items, job)
            if removed:
                send({"event": "note", "text": "%d tests were found and then taken away by a hook of the project, for example %s"
                                               % (len(removed), clean(sorted(removed)[0])[:300])})
            if len(wanted_here) != len(items):
                items[:] = wanted_here
                removed = set()
            state["expected"] = len({item.nodeid for item in items} | removed)
            send({"event": "start", "framework": "pytest", "expected": state["expected"]})

        def pytest_collectreport(self, report):
            state["frame"]()
            if job["shard"]:
                return  # every part loads all files; the first one tells of those that can't be loaded
            if report.failed:
                tell(report.nodeid or "collection", "error", 0.0, text_of(report))
            elif report.skipped:
                tell(report.nodeid, "skipped", 0.0, reason_of(report))

        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_runtestloop(self, session):
            if session.config.option.collectonly:
                yield
                return
            state["looped"] = True
            broken = session.testsfailed and not session.config.option.continue_on_collection_errors
            install(session)
            run_controls(session, session.items[0] if session.items else None)
            yield
            if broken:
                state["not_run"] = state["expected"] - len(running)
            elif session.shouldfail and session.testsfailed:
                state["not_run"] = state["expected"] - len(running)
                send({"event": "note", "text": "The project's configuration ends a run at its first failures (-x, --maxfail)"})
            run_controls(session, None)

        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_runtest_protocol(self, item, nextitem):
            if state["control"] is not None:
                yield
                return
            running.add(item.nodeid)
            send({"event": "running", "id": clean(item.nodeid)[:1000]})
            witness.begin(item.nodeid)
            replaced(item)
            undo = arm(item)
            yield
            undo()
            doubts(item)
            state["check"]()
            witness.begin(None)

        def pytest_runtest_logreport(self, report):
            if not hasattr(report, "when"):
                return
            # Plugins such as pytest-subtests report parts of a test; those that pass are not counted as tests
            part = getattr(report, "context", None) is not None
            xfail = hasattr(report, "wasxfail")
            if xfail and report.skipped:
                told(report, "xfailed", report.wasxfail or text_of(report))
            elif xfail and report.passed and report.when == "call":
                told(report, "xpassed", report.wasxfail or None)
            elif report.failed:
                told(report, "failed" if report.when == "call" else "error", text_of(report))
            elif report.skipped:
                told(report, "skipped", reason_of(report))
            elif report.passed and report.when == "call" and not part:
                told(report, "passed", None)

        def pytest_internalerror(self, excrepr, excinfo):
            tell("pytest", "error", 0.0, "pytest itself failed:\n%s" % excrepr)

    def told(report, outcome, text):
        if state["control"] is not None and report.nodeid == state["control"]:
            order = ("passed", "xpassed", "xfailed", "skipped", "error", "failed")
            before = state["control_outcome"]
            if before is None or order.index(outcome) > order.index(before):
                state["control_outcome"] = outcome
            return
        if report.nodeid == witness.test:
            witness.outcomes.append((report.when, outcome))
        elif report.nodeid not in running:
            incident("altered_outcome", "an outcome (%s) was reported of a test that did not run: %s" % (outcome, report.nodeid))
            return
        tell(report.nodeid, outcome, report.duration, text)

    def code_of(function):
        function = getattr(function, "__func__", function)
        function = getattr(function, "__wrapped__", function)
        return getattr(function, "__code__", None)

    def outer_code(function):
        return getattr(getattr(function, "__func__", function), "__code__", None)

    def replaced(item):
        """What is in a wrapper doesn't say what the wrapper makes of it: one of the project's own is another function."""
        inner, outer = originals.get(id(item), (None, None))
        made = getattr(item, "_obj", None)
        for before, now in ((inner, code_of(made)), (outer, outer_code(made))):
            if before is not None and now is not None and now is not before and ours(now):
                incident("altered_framework", "replaced the function of the test after it was found")
                return
        own = vars(item).get("runtest")
        if own is not None and ours(getattr(own, "__code__", make_pytest_plugin.__code__)):
            incident("altered_framework", "replaced how the test is run")

    def arm(item):
        """Watches the test's own call, below every hook. Returns what undoes it."""
        real = item.runtest
        names = ["runtest"]

        def runtest():
            __tracebackhide__ = True
            witness.called = witness.called or not isinstance(item, pytest.Function)
            witness.raised = None
            witness.calls += 1
            replaced(item)  # by a fixture
            put_back = wrap_object(item) if wrapped else lambda: None
            try:
                return real()
            except BaseException as raised:
                witness.raised = witness.raised or type(raised)
                raise
            finally:
                put_back()
                state["frame"](in_test=True)  # before fixtures put back what they replaced

        wrapped = False
        if isinstance(item, TestCaseFunction):
            start = item.startTest

            def startTest(testcase):
                start(testcase)
                wrap_method(testcase, item.name)

            item.startTest = startTest
            names.append("startTest")
        elif isinstance(item, pytest.Function) and (state["hooked"] or not state["innermost"]):
            wrapped = True
        item.runtest = runtest
        before = dict.fromkeys(names)

        def undo():
            for name in before:
                vars(item).pop(name, None)

        return undo

    def seen(function):
        """The function, watched; whether it is a coroutine's stays as it is."""
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def watched(*args, **kwargs):
                __tracebackhide__ = True
                witness.called = True
                try:
                    return await function(*args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
        else:
            @functools.wraps(function)
            def watched(*args, **kwargs):
                __tracebackhide__ = True
                witness.called = True
                try:
                    return function(*args, **kwargs)
                except BaseException as raised:
                    witness.raised = type(raised)
                    raise
        return watched

    def wrap_method(testcase, name):
        method = getattr(testcase, name, None)
        function = getattr(method, "__func__", None)
        if not isinstance(function, types.FunctionType):
            witness.called = True
            return
        try:
            setattr(testcase, name, types.MethodType(seen(function), testcase))
        except Exception:
            witness.called = True

    def wrap_object(item):
        """Watches the function itself: a hook of the project may call it and never come to pytest's own call."""
        try:
            before = item.obj
            item.obj = seen(before)
        except Exception:
            witness.called = True
            return lambda: None

        def put_back():
            item.obj = before

        return put_back

    def doubts(item):
        reported = {outcome for when, outcome in witness.outcomes}
        call = [outcome for when, outcome in witness.outcomes if when == "call"]
        raised = witness.raised
        case = isinstance(item, TestCaseFunction)
        if "passed" in call and witness.calls == 0 and not outsiders(item, "pytest_runtest_protocol"):
            incident("altered_outcome", "the test was reported as passed, but it was never run")
            return
        if "passed" in call and not witness.called and not case and not outsiders(item, "pytest_pyfunc_call"):
            incident("altered_outcome", "the test was reported as passed, but its function was never called")
            return
        run = getattr(type(getattr(item, "_testcase", None) or getattr(item, "instance", None)), "run", None) if case else None
        if "passed" in call and not witness.called and hasattr(run, "__code__") and ours(run.__code__):
            incident("altered_outcome", "the test was reported as passed, but its method was never called")
            return
        if raised is None:
            return
        if issubclass(raised, (skips, pytest.xfail.Exception, pytest.exit.Exception)):
            if issubclass(raised, pytest.exit.Exception) or "passed" not in call:
                return
        if "failed" in reported or "error" in reported:
            return
        if "passed" in call and not outsiders(item, "pytest_runtest_makereport", "pytest_runtest_call",
                                                                 "pytest_pyfunc_call", "pytest_runtest_protocol",
                                                                 "pytest_runtest_logreport"):
            incident("altered_outcome", "the test raised %s and was reported as passed" % raised.__name__)
        elif "skipped" in call and not issubclass(raised, skips):
            incident("altered_outcome", "the test raised %s and was reported as skipped" % raised.__name__)
        elif "xfailed" in call and not expects_failure(item):
            incident("altered_outcome", "the test raised %s and was reported as expected to fail, which it is not marked as"
                     % raised.__name__)
        elif not reported and issubclass(raised, Exception):
            incident("altered_outcome", "the test raised %s and nothing was reported of it" % raised.__name__)

    def expects_failure(item):
        try:
            marked = evaluate_xfail_marks(item) is not None
        except BaseException:
            marked = True
        function = getattr(item, "obj", None)
        return (marked or getattr(function, "__unittest_expecting_failure__", False)
                or getattr(getattr(item, "cls", None), "__unittest_expecting_failure__", False))

    def outsiders(item, *hooks):
        """Whether only a plugin that is installed, neither pytest's own nor the project's, can have had a say in this: one
        that runs coroutines or tries again, for example. Where the project has a hook too, it is asked."""
        installed = False
        if ours(getattr(type(item).runtest, "__code__", outsiders.__code__)):
            return False
        for hook in hooks:
            for impl in getattr(state["config"].hook, hook).get_hookimpls():
                function = impl.function
                code = getattr(getattr(function, "__func__", function), "__code__", None)
                if code is None or impl.plugin is plugin:
                    continue
                if ours(code):
                    return False
                module = getattr(function, "__module__", "") or ""
                installed = installed or not module.startswith("_pytest")
        return installed

    def install(session):
        """Puts the witness of functions in the place of pytest's own innermost call."""
        config = session.config
        caller = config.hook.pytest_pyfunc_call
        for impl in caller.get_hookimpls():
            code = getattr(getattr(impl.function, "__func__", impl.function), "__code__", None)
            if getattr(impl.function, "__module__", "") == "_pytest.python":
                original = impl.function

                def innermost(pyfuncitem):
                    __tracebackhide__ = True
                    witness.called = True
                    witness.raised = None
                    try:
                        return original(pyfuncitem)
                    except BaseException as raised:
                        witness.raised = type(raised)
                        raise

                impl.function = innermost
                state["innermost"] = (impl, innermost)
            elif code is not None and ours(code):
                state["hooked"] = True
        check = state["frame"]

        def whole():
            check()
            innermost = state["innermost"]
            if innermost and innermost[0].function is not innermost[1]:
                incident("altered_framework", "replaced pytest's innermost call of a test")
            if not config.pluginmanager.is_registered(plugin):
                incident("altered_framework", "took the runner's plugin away from pytest")

        state["check"] = whole

    def run_controls(session, next_item):
        kept = session.testsfailed, session.shouldfail, session.shouldstop
        try:
            items = make_controls(session, job["controls"])
        except Exception as impossible:
            for name in job["controls"]:
                send({"event": "control", "id": name, "outcome": "skipped"})
            send({"event": "note", "text": clean("Controls could not be made: %r" % impossible)[:300]})
            return
        try:
            for index, (name, item) in enumerate(items):
                state["control"] = item.nodeid
                state["control_outcome"] = None
                follows = items[index + 1][1] if index + 1 < len(items) else next_item
                item.ihook.pytest_runtest_protocol(item=item, nextitem=follows)
                if state["control_outcome"] is not None:
                    send({"event": "control", "id": name, "outcome": state["control_outcome"]})
        except Exception as failure:
            send({"event": "note", "text": clean("A hook of the project failed on a control: %r" % failure)[:300]})
            for name in job["controls"]:
                send({"event": "control", "id": name, "outcome": "skipped"})
        finally:
            state["control"] = None
            session.testsfailed, session.shouldfail, session.shouldstop = kept

    sources = {path: digest_of(path) for path in project_files()}
    compare = make_comparison(incident)
    state["innermost"] = None
    plugin = Plugin()
    state["frame"] = make_integrity(incident, True, [
        (Plugin, name) for name, value in vars(Plugin).items() if isinstance(value, types.FunctionType)])

    def finish(finish_coverage):
        (state["check"] or state["frame"])()
        if not state["looped"]:
            send({"event": "note", "text": "pytest ended before it ran any test"})
            for name in job["controls"]:
                send({"event": "control", "id": name, "outcome": "skipped"})
        finish_coverage()
        totals = dict(counts)
        totals["errors"] = totals.pop("error")
        totals["tests"] = sum(totals.values())
        totals.pop("passed")
        totals["seconds"] = clock() - state["began"]
        totals["not_run"] = max(0, state["not_run"])
        send({"event": "end", "totals": totals})

    return plugin, finish


def digest_of(path, algorithm=hashlib.sha256, read=open):
    try:
        with read(path, "rb") as file:
            return algorithm(file.read()).digest()
    except OSError:
        return None


def select(items, job):
    """The tests for this process: a file's tests stay together."""
    only = None if job.get("only") is None else set(job["only"])
    known = set(job["except"])
    files = {}
    chosen = []
    for item in items:
        part = files.setdefault(item.nodeid.partition("::")[0], len(files)) % job["shards"]
        name = clean(item.nodeid)[:1000]
        if part == job["shard"] and name not in known and (only is None or name in only):
            chosen.append(item)
    return chosen


def make_controls(session, names):
    """Functions in a module that is no file's, without fixtures: what a project sets up for all tests is not for them."""
    import pathlib
    import pytest
    from _pytest.fixtures import FuncFixtureInfo

    def asserts():
        assert ROOT == "", "a control"

    def expects():
        with pytest.raises(KeyError):
            pass

    def raises():
        raise LookupError("a control")

    def passes():
        pass

    if session.items:
        path = pathlib.Path(str(session.items[0].fspath))
    else:
        path = pathlib.Path(ROOT) / "test_checks.py"
    module = pytest.Module.from_parent(session, path=path)
    module._obj = types.ModuleType(path.stem)
    made = []
    for name, function in zip(names, (asserts, expects, raises, passes)):
        function.__name__ = name
        function.__module__ = path.stem
        setattr(module._obj, name, function)
        info = FuncFixtureInfo((), (), [], {})
        made.append((name, pytest.Function.from_parent(module, name=name, callobj=function, fixtureinfo=info)))
    return made


def text_of(report):
    text = str(report.longreprtext if hasattr(report, "longreprtext") else report.longrepr)
    for title, content in report.sections:
        text += "\n--- %s ---\n%s" % (title, content)
    return text


def reason_of(report):
    if isinstance(report.longrepr, tuple):
        return re.sub(r"^Skipped: ", "", str(report.longrepr[2]))
    return str(report.longrepr)


def run_pytest(send, report, incident, witness, job, finish_coverage):
    import pytest
    run = pytest.main
    # As "python3 -m pytest", which puts the folder that it is started in on the path
    sys.path.insert(0, ROOT)
    plugin, finish = make_pytest_plugin(send, report, incident, witness, job)
    settle()
    # Whatever its configuration says, the tests run in this process, where they can be watched
    here = ["-n0"] if importlib.util.find_spec("xdist") else []
    status = int(run(["-p", "no:cacheprovider", "--color=no"] + here, plugins=[plugin]))
    if status == 4:
        raise RuntimeError("pytest does not accept the project's configuration; what it says is above in the log")
    if status == 2:
        send({"event": "note", "text": "pytest was interrupted; by default it runs no test if a file can't be collected"})
    finish(finish_coverage)


# -------------------------------------------------------------------------------------------------------------- start


def forget_shadowed(send):
    """Lets the project have files with the names of modules that were loaded for this runner: it gets its own, the runner and
    the framework keep theirs."""
    needed = {"builtins", "sys", "os", "io", "abc", "codecs", "encodings", "importlib", "types", "site", "__main__", "posix",
              "threading", "warnings", "gc", "time", "signal", "errno", "marshal", "zipimport", "stat", "posixpath", "atexit",
              "faulthandler"}
    frameworks = {"unittest", "pytest", "_pytest", "pluggy"}
    folders = [folder for folder in sys.path[:2] if folder.startswith(ROOT)]
    for name in list(sys.modules):
        top = name.partition(".")[0]
        if not any(os.path.exists(os.path.join(folder, top + ".py")) or os.path.exists(os.path.join(folder, top, "__init__.py"))
                   for folder in folders):
            continue
        if top in frameworks:
            if name == top:
                send({"event": "note", "text": "The project has a module %s; tests were run with the real one" % top})
        elif top not in needed:
            del sys.modules[name]


def settle():
    """Takes what belongs to the runner out of what the garbage collector shows, for good."""
    gc.collect()
    gc.freeze()
    gc.unfreeze = lambda: None


def read_job():
    import json
    text = sys.stdin.buffer.read()
    job = json.loads(text.decode("utf-8"))
    return job, bytes.fromhex(job.pop("key"))


def main():
    job, key = read_job()
    send = open_channel(key)
    del key
    leave = os._exit
    witness = Witness()
    report = make_reporter(send, job["text_limit"], job["texts_limit"])
    incident = make_incidents(send, witness)
    witness.tell = incident
    # The runner's own folder is no part of the project, and the runner is no main program of the project's
    own = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != own]
    framework = job["framework"].partition("-")[0]
    sys.argv[:] = ["python3 -m " + framework]
    sys.modules["__main__"] = types.ModuleType("__main__")
    if os.path.isdir("src"):
        # A project that keeps its packages there is meant to be installed; its tests import it by this path instead
        source = os.path.abspath("src")
        sys.path.insert(0, source)
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))
    finish_coverage = measure(send) if job["coverage"] else (lambda: None)
    watch(incident, [send, report, incident])
    if framework == "pytest":
        run_pytest(send, report, incident, witness, job, finish_coverage)
    else:
        run_unittest(send, report, incident, witness, job, finish_coverage)
    # Threads that a test left behind don't keep the run from ending
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    leave(0)


if __name__ == "__main__":
    main()
