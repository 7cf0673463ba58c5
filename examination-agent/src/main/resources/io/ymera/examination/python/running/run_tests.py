"""Runs a project's tests and reports each of them as a sealed line of JSON. Python 3.8+, standard library only.

    python3 run_tests.py < job.json

It starts in the project's folder. The job (TestJob.java) is read to its end before anything of the project is loaded. Reports
(RunnerLine.java, Seal.java) go to what was standard output when it started; the tests' own output goes to standard error.

What runs here shares the interpreter with the tests. So nothing of it stays where tests look by accident (__main__, sys.modules,
argv, the environment), and none of its modules is loaded after the project's; what tests can reach all the same is compared with
what it was; the tests' own calls are watched besides the framework; and tests with known outcomes are run among theirs. Code that
reads this process's memory by itself can still lie.
"""

import json
import os
import sys
import types

OWN = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, OWN)
# Where nothing is confined, tests could write what the next process would load
kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True

from attempts import make_incidents, watch  # noqa: E402
from channel import make_reporter, open_channel, own_codes  # noqa: E402
from interpreter import hide  # noqa: E402
from lines import measure  # noqa: E402
from pytest_run import run_pytest  # noqa: E402
from unittest_run import run_unittest  # noqa: E402
from witness import make_witness  # noqa: E402

sys.dont_write_bytecode = kept


def read_job():
    text = sys.stdin.buffer.read()
    job = json.loads(text.decode("utf-8"))
    return job, bytes.fromhex(job.pop("key"))


def main():
    job, key = read_job()
    codes = own_codes([module for module in list(sys.modules.values())
                       if os.path.dirname(os.path.abspath(getattr(module, "__file__", None) or "/")) == OWN])
    send = open_channel(key, codes)
    del key
    leave = os._exit
    witness = make_witness(codes)
    report = make_reporter(send, job["text_limit"], job["texts_limit"])
    incident = make_incidents(send, witness)
    witness.tell = incident
    # The runner's own folder is no part of the project, and the runner is no main program of the project's
    hide(OWN)
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
