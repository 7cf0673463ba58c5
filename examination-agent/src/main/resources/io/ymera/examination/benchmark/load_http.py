"""Starts a server, loads it over the loopback network and says how it did. Python 3.8+, standard library only.

    python3 load_http.py <JOB         (JSON, see LoadJob.java; read to its end before the server is started)

The load is an open model: request number n is due at n / rate, whether or not earlier ones have been answered. Latency counts from
when a request was due, not from when a connection was free to send it, so that a server that stalls is charged for all who would
have had to wait (no "coordinated omission"). Only this process knows the key that lines are sealed with (see Seal.java): the server
is its child, gets nothing of its standard input and output, and can't look into it. Lines are objects with an "event":

    machine    processors, model, runtime
    ready      seconds
    progress   second, sent, failed
    result     see LoadLine.java
    failed     kind, text
"""

import collections
import ctypes
import gc
import hashlib
import hmac
import itertools
import json
import math
import os
import platform
import signal
import socket
import subprocess
import sys
import threading
import time

clock = time.perf_counter
TAIL = 8 * 1024
MOST_HEADERS = 200
MOST_BODY = 64 << 20


class Reporter:
    def __init__(self, key):
        self._key = bytes.fromhex(key)
        self._count = 0
        self._fd = os.dup(1)
        os.set_inheritable(self._fd, False)
        os.dup2(2, 1)

    def send(self, event, **members):
        members["event"] = event
        text = json.dumps(members)
        digest = hmac.new(self._key, ("%d:%s" % (self._count, text)).encode("ascii"), hashlib.sha256)
        self._count += 1
        line = ("%s %s\n" % (digest.hexdigest()[:32], text)).encode("ascii")
        while line:
            line = line[os.write(self._fd, line):]


class Failure(Exception):
    def __init__(self, kind, text):
        super().__init__(text)
        self.kind = kind


# ------------------------------------------------------------------------------------------------------------ server


class Server:
    def __init__(self, job):
        self._port = job["port"]
        self._tail = collections.deque(maxlen=64)
        environment = dict(os.environ, PORT=str(self._port), HOST="127.0.0.1")
        try:
            self._process = subprocess.Popen(
                job["command"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                env=environment, start_new_session=True)
        except OSError as error:
            raise Failure("not_started", "%s can't be started: %s" % (job["command"][0], error.strerror))
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self):
        stream = self._process.stdout
        while True:
            piece = os.read(stream.fileno(), 4096)
            if not piece:
                return
            self._tail.append(piece)

    def output(self):
        text = b"".join(list(self._tail))[-TAIL:].decode("utf-8", "replace")
        return text.encode("utf-8", "backslashreplace").decode("utf-8")

    def ended(self):
        """How it ended, or None while it runs."""
        code = self._process.poll()
        if code is None:
            return None
        return "was killed by signal %d" % -code if code < 0 else "ended with status %d" % code

    def peak_memory(self):
        try:
            with open("/proc/%d/status" % self._process.pid, encoding="ascii", errors="replace") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        return int(line.split()[1]) * 1024
        except (OSError, ValueError, IndexError):
            pass
        return None

    def await_ready(self, path, patience):
        begin = clock()
        seen = "nothing listened on port %d" % self._port
        request = Request({"method": "GET", "path": path}, self._port) if path else None
        while clock() - begin < patience:
            how = self.ended()
            if how:
                time.sleep(0.1)  # for the end of its output
                raise Failure("ended", "The server %s before it was ready" % how)
            connection = Connection(self._port, 2.0)
            try:
                if request is None:
                    connection.open()
                    return clock() - begin
                status = connection.send(request)
                if 200 <= status < 400:
                    return clock() - begin
                seen = "GET %s answered %d" % (path, status)
            except socket.timeout:
                seen = "GET %s was not answered within 2 s" % path if path else "no connection within 2 s"
            except ConnectionRefusedError:
                pass
            except (OSError, ValueError) as error:
                seen = "GET %s: %s" % (path, error)
            finally:
                connection.close()
            time.sleep(0.05)
        raise Failure("not_ready", "The server was not ready within %g s: %s" % (patience, seen))

    def stop(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, number)
                self._process.wait(3)
                return
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                pass


# ------------------------------------------------------------------------------------------------------------ client


class Request:
    def __init__(self, said, port):
        self.name = "%s %s" % (said["method"], said["path"])
        self.expected = said.get("expect_status")
        self.no_body = said["method"] == "HEAD"
        body = (said.get("body") or "").encode("utf-8")
        headers = {"Host": "127.0.0.1:%d" % port, "Connection": "keep-alive", "User-Agent": "ymera-load-test"}
        for name, value in (said.get("headers") or {}).items():
            headers = {n: v for n, v in headers.items() if n.lower() != name.lower()}
            headers[name] = value
        if body or said["method"] in ("POST", "PUT", "PATCH"):
            headers["Content-Length"] = str(len(body))
        head = "%s %s HTTP/1.1\r\n" % (said["method"], said["path"])
        head += "".join("%s: %s\r\n" % header for header in headers.items()) + "\r\n"
        self.bytes = head.encode("utf-8") + body

    def accepts(self, status):
        return status == self.expected if self.expected else 200 <= status < 400


class Connection:
    """One connection, kept open as long as the server keeps it."""

    def __init__(self, port, timeout):
        self._port = port
        self._timeout = timeout
        self._socket = None
        self._stream = None

    def open(self):
        self._socket = socket.create_connection(("127.0.0.1", self._port), self._timeout)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._stream = self._socket.makefile("rb", 65536)

    def close(self):
        for what in (self._stream, self._socket):
            if what is not None:
                try:
                    what.close()
                except OSError:
                    pass
        self._socket = self._stream = None

    def send(self, request):
        """Sends it and reads all of the answer; its status. A kept connection that the server has closed is opened again once."""
        kept = self._socket is not None
        try:
            if not kept:
                self.open()
            self._socket.sendall(request.bytes)
            line = self._stream.readline(65537)
        except (BrokenPipeError, ConnectionResetError):
            if not kept:
                raise
            line = b""
        if not line and kept:
            self.close()
            return self.send(request)
        return self._answer(line, request)

    def _answer(self, line, request):
        if not line:
            raise ConnectionResetError("closed without an answer")
        words = line.split(None, 2)
        if len(words) < 2 or not words[0].startswith(b"HTTP/1.") or not words[1].isdigit():
            raise ValueError("the answer is no HTTP/1.1")
        status = int(words[1])
        length, chunked, close = None, False, words[0] == b"HTTP/1.0"
        for _ in range(MOST_HEADERS):
            header = self._stream.readline(65537)
            if header in (b"\r\n", b"\n"):
                break
            name, colon, value = header.partition(b":")
            if not colon:
                raise ValueError("the answer breaks off in its headers")
            name, value = name.strip().lower(), value.strip().lower()
            if name == b"content-length":
                length = int(value)
            elif name == b"transfer-encoding":
                chunked = value.endswith(b"chunked")
            elif name == b"connection":
                close = value == b"close"
        else:
            raise ValueError("the answer has too many headers")
        if 100 <= status < 200 and status != 101:
            return self._answer(self._stream.readline(65537), request)
        if not (request.no_body or status in (204, 304)):
            if chunked:
                self._chunks()
            elif length is not None:
                self._exactly(length)
            else:
                self._rest()
                close = True
        if close:
            self.close()
        return status

    def _exactly(self, length):
        if not 0 <= length <= MOST_BODY:
            raise ValueError("the answer has a length of %d" % length)
        while length:
            piece = self._stream.read(min(length, 65536))
            if not piece:
                raise ConnectionResetError("closed in the middle of an answer")
            length -= len(piece)

    def _chunks(self):
        total = 0
        while True:
            size = int(self._stream.readline(64).split(b";")[0], 16)
            total += size
            if total > MOST_BODY:
                raise ValueError("the answer is too long")
            self._exactly(size)
            if size == 0:
                while self._stream.readline(65537) not in (b"\r\n", b"\n", b""):
                    pass
                return
            self._stream.readline(8)

    def _rest(self):
        total = 0
        while True:
            piece = self._stream.read(65536)
            if not piece:
                return
            total += len(piece)
            if total > MOST_BODY:
                raise ValueError("the answer is too long")


# -------------------------------------------------------------------------------------------------------------- load


class Load:
    """Sends all requests when they are due and keeps what became of each: (due, latency, request, status, error)."""

    def __init__(self, job, server):
        self._job = job
        self._server = server
        self._requests = [Request(said, job["port"]) for said in job["requests"]]
        self._rate = float(job["rate_per_second"])
        self._warm_up = float(job["warmup_seconds"])
        self._duration = float(job["duration_seconds"])
        self._slots = itertools.count()
        self._total = max(1, int(math.ceil((self._warm_up + self._duration) * self._rate)))
        self.outcomes = []
        self.lags = []
        self._begin = 0.0
        self._stopped = False
        self.server_ended = None

    def run(self, reporter):
        gc.collect()
        gc.disable()
        sys.setswitchinterval(0.0005)
        self._begin = clock() + 0.05
        threads = [threading.Thread(target=self._work, daemon=True) for _ in range(self._job["connections"])]
        for thread in threads:
            thread.start()
        end = self._begin + self._warm_up + self._duration + self._job["timeout_seconds"]
        told = 0
        while clock() < end and any(thread.is_alive() for thread in threads):
            time.sleep(0.1)
            if self.server_ended is None and self._server.ended():
                self.server_ended = (clock() - self._begin - self._warm_up, self._server.ended())
            second = int(clock() - self._begin - self._warm_up)
            if second > told:
                told = second
                counted = list(self.outcomes)
                reporter.send("progress", second=second, sent=len(counted), failed=sum(1 for o in counted if o[4]))
            if self.server_ended is not None and clock() - self._begin - self._warm_up > self.server_ended[0] + 2:
                break  # nobody will answer any more; what is due counts as unanswered
        self._stopped = True

    def _work(self):
        connection = Connection(self._job["port"], self._job["timeout_seconds"])
        for slot in self._slots:
            if slot >= self._total or self._stopped:
                break
            request = self._requests[slot % len(self._requests)]
            due = self._begin + slot / self._rate
            wait = due - clock()
            if wait > 0:
                time.sleep(wait)
                self.lags.append(clock() - due)
            status, error = None, None
            try:
                status = connection.send(request)
                if not request.accepts(status):
                    error = "status"
            except socket.timeout:
                error = "timeout"
            except ConnectionRefusedError:
                error = "refused"
            except (ConnectionResetError, BrokenPipeError):
                error = "closed"
            except (ValueError, IndexError):
                error = "bad_answer"
            except OSError:
                error = "other"
            latency = clock() - due
            if error and error != "status":
                connection.close()
            if due >= self._begin + self._warm_up:
                self.outcomes.append((due - self._begin - self._warm_up, latency, slot % len(self._requests), status, error))
        connection.close()

    def result(self):
        outcomes = sorted(list(self.outcomes))
        due = self._total - max(0, int(math.ceil(self._warm_up * self._rate)))
        errors = collections.Counter(o[4] for o in outcomes if o[4])
        if due > len(outcomes):
            errors["unanswered"] = due - len(outcomes)
        ended = [o[0] + o[1] for o in outcomes if not o[4]]
        seconds = max([self._duration] + ended)
        return {
            "seconds": seconds,
            "due": due,
            "succeeded": len(ended),
            "achieved_rate": len(ended) / seconds,
            "latency": percentiles(waited(outcomes)),
            "errors": dict(errors),
            "statuses": {str(s): n for s, n in collections.Counter(o[3] for o in outcomes if o[3]).items()},
            "requests": [self._about(i, [o for o in outcomes if o[2] == i]) for i in range(len(self._requests))],
            "timeline": self._timeline(outcomes),
            "lag_p99_seconds": rank(sorted(self.lags), 0.99) if self.lags else None,
        }

    def _about(self, index, outcomes):
        return {"request": self._requests[index].name, "sent": len(outcomes), "failed": sum(1 for o in outcomes if o[4]),
                "latency": percentiles(waited(outcomes))}

    def _timeline(self, outcomes):
        seconds = collections.defaultdict(list)
        for outcome in outcomes:
            seconds[int(outcome[0])].append(outcome)
        return [{"second": second, "sent": len(some), "failed": sum(1 for o in some if o[4]),
                 "p99_seconds": rank(sorted(waited(some)), 0.99) if waited(some) else None}
                for second, some in sorted(seconds.items())]


def waited(outcomes):
    """How long somebody waited: for an answer, or until giving up. Who was refused at once did not wait."""
    return [o[1] for o in outcomes if o[4] in (None, "status", "timeout")]


def rank(ordered, share):
    """The nearest rank."""
    return ordered[min(len(ordered) - 1, max(0, int(math.ceil(share * len(ordered))) - 1))]


def percentiles(latencies):
    if not latencies:
        return None
    ordered = sorted(latencies)
    return {"p50_seconds": rank(ordered, 0.5), "p90_seconds": rank(ordered, 0.9), "p99_seconds": rank(ordered, 0.99),
            "p999_seconds": rank(ordered, 0.999), "max_seconds": ordered[-1]}


# ------------------------------------------------------------------------------------------------------------- start


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
    return {"processors": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
            "model": model, "runtime": "%s %s" % (platform.python_implementation(), platform.python_version())}


def keep_to_oneself():
    """Takes from the server, which has the same user, the right to look into this process: prctl(PR_SET_DUMPABLE, 0)."""
    try:
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
    except (OSError, AttributeError):
        pass


def main():
    keep_to_oneself()
    job = json.loads(sys.stdin.read())
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    reporter = Reporter(job.pop("key"))
    reporter.send("machine", **machine())
    server = None
    try:
        server = Server(job)
        reporter.send("ready", seconds=server.await_ready(job.get("ready_path"), job["ready_timeout_seconds"]))
        load = Load(job, server)
        load.run(reporter)
        peak = server.peak_memory()
        result = load.result()
        ended = load.server_ended
        if ended is not None:
            result["server_ended_at_seconds"], result["server_ended"] = ended
        reporter.send("result", peak_memory_bytes=peak, server_output=server.output(), **result)
    except Failure as failure:
        reporter.send("failed", kind=failure.kind, text=str(failure),
                      server_output=server.output() if server is not None else "")
    if server is not None:
        server.stop()
    os._exit(0)


if __name__ == "__main__":
    main()
