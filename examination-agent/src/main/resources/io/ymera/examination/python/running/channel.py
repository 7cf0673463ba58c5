"""The way out of the process: lines that the project's code can't make up, and the texts in them.

A line is sealed with HMAC-SHA256 (Seal.java). The key is nowhere but in two hash objects, which are in the defaults of one function.
"""

import _json
import fcntl
import hashlib
import os
import sys
import threading
import types


def codes_in(code):
    """A code object and those inside it."""
    waiting = [code]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [inner for inner in each.co_consts if isinstance(inner, types.CodeType)]


def own_codes(modules):
    """All code of the runner's modules. What is asked later is whether a caller is one of these objects: another one with the same
    text, or from the same file, is somebody else's copy."""
    functions = []
    for module in modules:
        for value in list(vars(module).values()):
            if isinstance(value, type) and value.__module__ == module.__name__:
                functions += [each for each in vars(value).values() if isinstance(each, types.FunctionType)]
            elif isinstance(value, types.FunctionType):
                functions.append(value)
    return tuple(code for function in functions for code in codes_in(function.__code__))


def open_channel(key, codes):
    """Makes the one function that writes sealed lines. All that it uses is bound here, so that patches don't reach it: its
    defaults can't be changed, nor read, without an audit event, and it takes calls from the runner's own code only (codes)."""
    channel = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 100)
    os.dup2(2, 1)
    sys.stdout = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    block = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))

    def send(members, channel=channel, inner=inner, outer=outer, count=[0], codes=codes, pid=os.getpid(),
             callers=frozenset(map(id, codes)), id=id,
             lock=threading.RLock(), getpid=os.getpid, write=os.write, escape=_json.encode_basestring_ascii,
             frame=sys._getframe, type=type, str=str, int=int, float=float, list=list, bool=bool, repr=repr, len=len,
             intrepr=int.__repr__, floatrepr=float.__repr__):
        if getpid() != pid:
            return  # a fork of the test's own: its outcomes are not ours to tell
        caller = frame(1).f_code
        if id(caller) not in callers:
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

