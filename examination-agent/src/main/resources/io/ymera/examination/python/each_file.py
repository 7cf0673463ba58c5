"""Applies a function to each file of a code base, in another process than this one, and prints a line of JSON for each.

Standard input is one JSON object: folder, paths, file_bytes (larger files are not read), seconds and memory_bytes (for each
file). A file that can't be read, whatever it does to the parser, is a line with "unread", and keeps no other from being read.
Python 3.8+, standard library only. No submitted code is run.
"""

import json
import os
import resource
import signal
import sys

LONGEST_LINE = 4 << 20
FULL = 71


def main(examine):
    job = json.load(sys.stdin)
    for path, answer, why in each(examine, job):
        say(dict(answer, path=path) if why is None else {"path": path, "unread": why})
    say({"end": len(job["paths"])})


def each(examine, job):
    """The path of each file, what is said of it, and why nothing is, in their order. A process reads one after the other; where one
    of them ends it, another process goes on with the next."""
    paths = job["paths"]
    done = 0
    while done < len(paths):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            work(examine, job, paths[done:], writing)
        os.close(writing)
        too_long = False
        with os.fdopen(reading, "rb") as stream:
            while done < len(paths):
                line = stream.readline(LONGEST_LINE)
                if not line.endswith(b"\n"):
                    too_long = len(line) == LONGEST_LINE
                    break
                yield paths[done], json.loads(line), None
                done += 1
        if too_long:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        full = os.WIFEXITED(status) and os.WEXITSTATUS(status) == FULL
        if done < len(paths) and not full:
            yield paths[done], {}, "what is to be said of it is too long" if too_long else why_it_ended(job, status)
            done += 1


def why_it_ended(job, status):
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) == signal.SIGALRM:
            return "reading it took longer than %d s" % job["seconds"]
        return "the parser died of signal %d" % os.WTERMSIG(status)
    return "the parser ended with status %d" % os.WEXITSTATUS(status)


def work(examine, job, paths, writing):
    """Never returns: this is the process that reads them."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (job["memory_bytes"],) * 2)
        for place, path in enumerate(paths):
            signal.alarm(job["seconds"])
            try:
                answer = attempt(examine, job, path)
            except MemoryError:
                if place > 0:
                    os._exit(FULL)  # perhaps of what others left: a new process tries it first
                answer = {"unread": "it is nested too deeply, or reading it takes too much memory"}
            line = json.dumps(answer).encode("ascii") + b"\n"
            signal.alarm(0)
            while line:
                line = line[os.write(writing, line):]
    except BaseException:
        os._exit(70)
    os._exit(0)


def attempt(examine, job, path):
    file = os.path.join(job["folder"], path)
    try:
        if os.path.getsize(file) > job["file_bytes"]:
            return {"unread": "it is larger than %d KiB" % (job["file_bytes"] >> 10)}
        with open(file, "rb") as stream:
            source = stream.read(job["file_bytes"])
        return examine(path, source)
    except RecursionError:
        return {"unread": "it is nested too deeply"}
    except OSError as failure:
        return {"unread": "it can't be opened: %s" % failure.strerror}


def say(line):
    print(json.dumps(line), flush=True)
