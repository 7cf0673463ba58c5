"""What code under test tries and honest tests have no need of: each attempt is told once, as an incident."""

import os
import re
import sys

from channel import clean
from project import ROOT, of_project

MOST_INCIDENTS = 50
# Keeps the frames of this file out of unittest's texts
__unittest = True


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
    runner = os.path.dirname(os.path.abspath(__file__))
    trusted = tuple(folder.rstrip("/") + "/" for folder in {
        os.path.realpath(sys.prefix), sys.prefix, os.path.realpath(sys.base_prefix), sys.base_prefix, ROOT, runner} if folder not in ("/", "/usr"))
    frame = sys._getframe
    process = re.compile(r"^/proc/(\d+)/(?:task/\d+/)?(environ|mem|maps|root|cwd|fd|map_files)\b")
    memory = ("/proc/self/mem", "/proc/thread-self/mem", "/proc/%d/mem" % own)
    private_ids = {id(each) for each in private}

    def local(host):
        host = host.decode("ascii", "replace") if isinstance(host, (bytes, bytearray)) else str(host or "")
        return host.lower() in LOOPBACK or host.startswith("127.") or host == os.uname().nodename

    def by_project():
        return of_project(frame(3).f_code)

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
        elif writes and path.startswith(runner + "/"):
            incident("foreign_file", "opened one of the runner's own files for writing")
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
        if args[1] == "__code__" and by_project() and not of_project(args[0].__code__):
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


