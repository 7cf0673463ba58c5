#!/usr/bin/env python3
"""An agent in plain Python that counts the words of texts; docs/external-agent.md explains it."""
import json, os, signal, sys, threading, time, urllib.error, urllib.parse, urllib.request, uuid

API = os.environ.get("YMERA_API", "http://127.0.0.1:8000/api/v1")
CLIENT = {"client_id": os.environ["SERVICE_CLIENT_ID"], "client_secret": os.environ["SERVICE_CLIENT_SECRET"]}
REGISTRATION = {"name": "word-count", "delivery": "http", "slots": 1, "instance": str(uuid.uuid4()), "capabilities": [{
    "name": "word_count", "version": 1, "description": "Counts the words of a text",
    "parameters_schema": {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {
        "text": {"type": "string"}, "seconds": {"type": "integer", "minimum": 0}}},  # seconds: how long to take over it
    "result_schema": {"type": "object", "properties": {"words": {"type": "integer"}}}}]}
token = {"value": None, "until": 0.0}
held = {}  # the leases by task id; a task that is missing here is no longer ours

def send(method, path, body, kind, bearer):
    request = urllib.request.Request(API + path, data=body, method=method, headers={"Content-Type": kind, **bearer})
    with urllib.request.urlopen(request, timeout=35) as answer:
        return json.loads(answer.read() or b"null")

def call(method, path, body=None):
    if time.time() > token["until"]:
        form = urllib.parse.urlencode({"grant_type": "client_credentials", **CLIENT}).encode()
        granted = send("POST", "/auth/token", form, "application/x-www-form-urlencoded", {})
        token.update(value=granted["access_token"], until=time.time() + granted["expires_in"] - 60)
    data = None if body is None else json.dumps(body).encode()
    return send(method, path, data, "application/json", {"Authorization": "Bearer " + token["value"]})

def report(lease, kind, **members):
    body = {"fencing_token": lease["fencing_token"], **members}
    while True:
        try:
            return call("POST", "/tasks/{task_id}/attempts/{attempt}/".format(**lease) + kind, body)
        except OSError as problem:  # urllib's errors are OSErrors
            if getattr(problem, "code", 500) < 500:
                raise
            time.sleep(1)  # the platform is away; heartbeats go on, and a repetition counts once

def heartbeats(agent):
    while True:
        time.sleep(agent["heartbeat_interval_millis"] / 1000)
        try:
            attempts = [{k: lease[k] for k in ("task_id", "attempt", "fencing_token")} for lease in list(held.values())]
            body = {"status": "online", "slots": 1, "in_use": len(attempts), "attempts": attempts}
            for task in call("POST", "/agents/" + agent["agent_id"] + "/heartbeat", body)["cancelled"]:
                held.pop(task, None)
        except OSError as problem:  # the next one may get through
            print("heartbeat:", problem, file=sys.stderr)

def work(lease):
    seconds = lease["parameters"].get("seconds", 0)
    for second in range(seconds):
        report(lease, "progress", fraction=second / seconds, message="%d s of %d s" % (second, seconds))
        time.sleep(1)
        if lease["task_id"] not in held:
            return
    report(lease, "complete", result={"words": len(lease["parameters"]["text"].split())})

def run(agent):
    while True:
        try:
            for lease in call("POST", "/agents/" + agent["agent_id"] + "/leases", {"wait_seconds": 25})["leases"]:
                held[lease["task_id"]] = lease
                work(lease)
                held.pop(lease["task_id"], None)
        except OSError as problem:  # such as 409 stale_attempt: somebody else has the task by now
            print("work:", problem, file=sys.stderr)
            held.clear()
            time.sleep(1)

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
agent = call("POST", "/agents", REGISTRATION)
print("registered as", agent["agent_id"], flush=True)
threading.Thread(target=heartbeats, args=(agent,), daemon=True).start()
try:
    run(agent)
finally:
    for lease in list(held.values()):
        try:
            report(lease, "release", reason="The agent was stopped")
        except OSError as problem:
            print("release:", problem, file=sys.stderr)
    call("DELETE", "/agents/" + agent["agent_id"])
