"""Which lines of the project were executed: by coverage.py, or by the interpreter's own events where that is not installed."""

import os
import sys
import threading
import tokenize

from channel import clean
from project import PREFIX, ROOT, project_files
from statements import exclusions, statements_of

LINES_WITHOUT_NEWS = 20_000


def measure(send):
    """Starts measuring; returns the function that stops and tells."""
    try:
        import coverage
    except ImportError:
        return measure_by_itself(send)
    return measure_by_coverage_py(send, coverage)


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

            if code.co_name != "<module>":
                # The line of a def is run by what is around it; a module's first line is one of its own
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

