#!/usr/bin/env python3
"""An agent in plain Python that counts the words of texts; docs/external-agent.md explains it."""
import contextlib, json, os, signal, sys, threading, time, urllib.error, urllib.parse, urllib.request

API = os.environ.get("YMERA_API", "http://127.0.0.1:8000/api/v1")
CLIENT = {"client_id": os.environ["SERVICE_CLIENT_ID"], "client_secret": os.environ["SERVICE_CLIENT_SECRET"]}
PARAMETERS = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {
    "text": {"type": "string"}, "seconds": {"type": "integer", "minimum": 0}}}  # seconds: how long to take over it
CAPABILITY = {"name": "word_count", "version": 1, "description": "Counts the words of a text",
              "parameters_schema": PARAMETERS, "result_schema": {"type": "object"}}
token = {"value": "", "until": 0.0}
held = {}  # the leases by task id; a task that is missing here is no longer ours

def bearer():
    if time.time() > token["until"]:
        form = urllib.parse.urlencode({"grant_type": "client_credentials", **CLIENT}).encode()
        with urllib.request.urlopen(API + "/auth/token", form, timeout=35) as answer:
            granted = json.load(answer)
        token.update(value=granted["access_token"], until=time.time() + granted["expires_in"] - 60)
    return "Bearer " + token["value"]

def call(method, path, body=None, **more):
    data = None if body is None else json.dumps(body).encode()
    renewed = False
    while True:
        try:
            headers = {"Authorization": bearer(), "Content-Type": "application/json", **more}
            request = urllib.request.Request(API + path, data, headers, method=method)
            with urllib.request.urlopen(request, timeout=35) as answer:
                return json.loads(answer.read() or b"null")
        except OSError as problem:  # urllib's errors are OSErrors
            code = getattr(problem, "code", 500)
            if code == 401 and token["until"] and not renewed:  # the token was ended before its time: get another
                token["until"], renewed = 0.0, True
                continue
            if code < 500:
                raise
            time.sleep(1)  # the platform is away; what is said again counts once

def report(lease, kind, **members):
    body = {"fencing_token": lease["fencing_token"], **members}
    call("POST", "/tasks/{task_id}/attempts/{attempt}/".format(**lease) + kind, body)

def heartbeats(agent, seconds):
    while True:
        time.sleep(seconds)
        attempts = [{k: lease[k] for k in ("task_id", "attempt", "fencing_token")} for lease in list(held.values())]
        body = {"status": "online", "slots": 1, "in_use": len(attempts), "attempts": attempts}
        for task in call("POST", agent + "/heartbeat", body)["cancelled"]:
            held.pop(task, None)

def work(lease):
    parameters = lease.get("parameters")
    if parameters is None:  # they are too large to be in a lease
        path = "/tasks/{task_id}/attempts/{attempt}/parameters".format(**lease)
        parameters = call("GET", path, **{"Fencing-Token": str(lease["fencing_token"])})
    seconds = parameters.get("seconds", 0)
    for second in range(seconds):
        report(lease, "progress", fraction=second / seconds, message="%d s of %d s" % (second, seconds))
        time.sleep(1)
        if lease["task_id"] not in held:
            return
    report(lease, "complete", result={"words": len(parameters["text"].split())})

def run(agent):
    while True:
        for lease in call("POST", agent + "/leases", {"wait_seconds": 25})["leases"]:
            held[lease["task_id"]] = lease
            try:
                work(lease)
            except urllib.error.HTTPError as refusal:  # 409 stale_attempt: somebody else has the task by now
                print("work:", refusal, file=sys.stderr)
            except Exception as bug:  # or it would end the next agent, too
                report(lease, "fail", failure={"code": "agent_bug", "message": repr(bug), "retryable": False})
            held.pop(lease["task_id"], None)

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
registered = call("POST", "/agents", {"name": "word-count", "delivery": "http", "slots": 1, "capabilities": [CAPABILITY]})
agent = "/agents/" + registered["agent_id"]
threading.Thread(target=heartbeats, args=(agent, registered["heartbeat_interval_millis"] / 1000), daemon=True).start()
try:
    run(agent)
finally:
    for lease in list(held.values()):
        with contextlib.suppress(urllib.error.HTTPError):  # 409: it had just ended
            report(lease, "release", reason="The agent was stopped")
    call("DELETE", agent)
