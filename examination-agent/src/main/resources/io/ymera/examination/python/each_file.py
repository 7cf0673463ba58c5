"""Applies a function to each file of a code base, each in a process of its own, and prints a line of JSON for each.

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


def main(examine):
    job = json.load(sys.stdin)
    for path in job["paths"]:
        answer, why = apart(examine, job, path)
        say(dict(answer, path=path) if why is None else {"path": path, "unread": why})
    say({"end": len(job["paths"])})


def apart(examine, job, path):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(examine, job, path, writing)
    os.close(writing)
    answer = read_all(reading, child)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if answer is None:
        return {}, "what is to be said of it is too long"
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) == signal.SIGALRM:
            return {}, "reading it took longer than %d s" % job["seconds"]
        return {}, "the parser died of signal %d" % os.WTERMSIG(status)
    if os.WEXITSTATUS(status) != 0 or not answer:
        return {}, "the parser ended with status %d" % os.WEXITSTATUS(status)
    return json.loads(answer), None


def read_all(reading, child):
    parts, size = [], 0
    while True:
        part = os.read(reading, 1 << 16)
        if not part:
            return b"".join(parts)
        size += len(part)
        if size > LONGEST_LINE:
            os.kill(child, signal.SIGKILL)
            return None
        parts.append(part)


def work(examine, job, path, writing):
    """Never returns: this is the process of one file."""
    try:
        signal.alarm(job["seconds"])
        resource.setrlimit(resource.RLIMIT_AS, (job["memory_bytes"],) * 2)
        answer = attempt(examine, job, path)
        line = json.dumps(answer).encode("ascii")
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
    except MemoryError:
        return {"unread": "it is nested too deeply, or reading it takes too much memory"}
    except OSError as failure:
        return {"unread": "it can't be opened: %s" % failure.strerror}


def say(line):
    print(json.dumps(line), flush=True)
