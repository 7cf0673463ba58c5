"""Runs one benchmark of a project, or says which there are. Python 3.8+, standard library only.

    python3 bench_python.py <JOB      (JSON, see BenchmarkJob.java; read to its end before any code of the project is loaded)

It starts in the project's folder. Each line that it writes to what was standard output when it started is sealed (see
Seal.java); what the project prints there goes nowhere. Lines are objects with an "event":

    found      functions (names, in the order of the file)
    machine    processors, model, runtime
    measured   iterations (of each round), seconds (per call, one number for each round), peak_memory_bytes
    failed     text
"""

import gc
import hashlib
import hmac
import importlib.util
import inspect
import itertools
import json
import os
import platform
import resource
import sys
import time
import traceback

clock = time.perf_counter


class Reporter:
    """Writes sealed lines. Keeps its own copy of the stream, because projects close, replace and write to theirs."""

    def __init__(self, key):
        self._key = bytes.fromhex(key)
        self._count = 0
        self._fd = os.dup(1)
        os.set_inheritable(self._fd, False)
        self._pid = os.getpid()
        # A benchmark that prints does so a million times
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def send(self, event, **members):
        if os.getpid() != self._pid:
            return
        members["event"] = event
        text = json.dumps(members)
        digest = hmac.new(self._key, ("%d:%s" % (self._count, text)).encode("ascii"), hashlib.sha256)
        self._count += 1
        line = ("%s %s\n" % (digest.hexdigest()[:32], text)).encode("ascii")
        while line:
            line = line[os.write(self._fd, line):]


def load(path):
    """The module, loaded from its file under its own name, as Python does it when a script is run beside it."""
    folder = os.path.dirname(os.path.abspath(path))
    for entry in (os.getcwd(), os.path.abspath("src"), folder):
        if os.path.isdir(entry) and entry not in sys.path:
            sys.path.insert(0, entry)
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def functions(module):
    """Those that are the file's own, not what it imports from elsewhere."""
    return [name for name, value in vars(module).items()
            if name.startswith("bench_") and inspect.isfunction(value) and value.__module__ == module.__name__]


def call_many(function, count):
    """Seconds for so many calls; the loop itself costs some 20 ns a call, as in timeit."""
    calls = itertools.repeat(None, count)
    begin = clock()
    for _ in calls:
        function()
    return clock() - begin


def calibrate(function, round_seconds, warm_up_seconds):
    """How many calls make a round; calls until it is warm. Both at least once."""
    count = 1
    begin = clock()
    while True:
        seconds = call_many(function, count)
        if seconds >= round_seconds:
            break
        count = max(count + 1, min(count * 10, int(count * round_seconds / max(seconds, 1e-9) * 1.1)))
    while clock() - begin < warm_up_seconds:
        call_many(function, count)
    return count


def measure(reporter, module, job):
    function = getattr(module, job["function"], None)
    if not inspect.isfunction(function):
        raise LookupError("there is no function %s in %s" % (job["function"], job["path"]))
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError("%s is asynchronous; a benchmark is a plain function" % job["function"])
    if any(p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
           for p in inspect.signature(function).parameters.values()):
        raise TypeError("%s needs arguments; a benchmark is called without" % job["function"])
    count = calibrate(function, job["round_seconds"], job["warm_up_seconds"])
    rounds = []
    begin = clock()
    # As in timeit: the collector of garbage runs between rounds and not within
    gc.disable()
    for _ in range(job["rounds"]):
        gc.collect()
        rounds.append(call_many(function, count) / count)
        if len(rounds) >= 3 and clock() - begin > job["budget_seconds"]:
            break
    gc.enable()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    reporter.send("measured", iterations=count, seconds=rounds, peak_memory_bytes=peak)


def explain(kind, value, trace):
    """The end of the traceback, without the frames of this file and of Python's import system."""
    while trace is not None and trace.tb_frame.f_code.co_filename in (__file__, "<frozen importlib._bootstrap_external>",
                                                                      "<frozen importlib._bootstrap>"):
        trace = trace.tb_next
    text = "".join(traceback.format_exception(kind, value, trace))
    return text[-4000:].encode("utf-8", "backslashreplace").decode("utf-8")


def machine():
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as info:
            for line in info:
                if line.startswith("model name"):
                    model = line.partition(":")[2].strip()
                    break
    except OSError:
        pass
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {"processors": processors, "model": model,
            "runtime": "%s %s" % (platform.python_implementation(), platform.python_version())}


def main():
    job = json.loads(sys.stdin.read())
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    reporter = Reporter(job.pop("key"))
    reporter.send("machine", **machine())
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != os.path.dirname(os.path.abspath(__file__))]
    sys.argv[:] = [job["path"]]
    try:
        module = load(job["path"])
        if job.get("function") is None:
            reporter.send("found", functions=functions(module))
        else:
            measure(reporter, module, job)
    except (Exception, SystemExit):
        reporter.send("failed", text=explain(*sys.exc_info()))
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads that the project left behind don't keep this from ending
    os._exit(0)


if __name__ == "__main__":
    main()
