import os
from collections import deque
from dataclasses import dataclass, field
from functools import partial

from flask import Flask, request

app = Flask(__name__)
SAFE = "ls"


@dataclass
class Task:
    command: str
    tags: list = field(default_factory=list)

    def start(self):
        os.system(self.command)  # finding: command-injection


@dataclass
class Quiet:
    command: str

    def start(self):
        os.system(self.command)


class Base:
    def prepare(self, value):
        return value

    def go(self, value):
        os.system(self.prepare(value))  # finding: command-injection


class Fixed(Base):
    def prepare(self, value):
        return "ls"


class Other(Base):
    pass


def names():
    for key in request.args:
        yield request.args[key]


@app.route("/a")
def a():
    name = request.args["name"]
    Task(command=name).start()
    Quiet("ls").start()
    Fixed().go(name)
    Other().go(name)
    for each in names():
        os.system(each)  # finding: command-injection
    return ""


@app.route("/b")
def b():
    name = request.args["name"]
    box = {"x": name, "y": "ls"}
    os.system(box["y"])
    os.system(box["x"])  # finding: command-injection
    items = ["ls", name]
    os.system(items[0])
    os.system(items[1])  # finding: command-injection
    items.pop()
    os.system(items[-1])
    queue = deque()
    queue.append(name)
    os.system(queue.popleft())  # finding: command-injection
    first, second = name, "ls"
    os.system(second)
    os.system(first)  # finding: command-injection
    name = "ls"
    os.system(name)
    return ""


@app.route("/c")
def c():
    name = request.args["name"]
    if 7 * 6 > 40:
        command = "ls"
    else:
        command = name
    os.system(command)
    match request.args["kind"]:
        case "a":
            command = "ls"
        case kind:
            command = kind
    os.system(command)  # finding: command-injection
    command = name if len(name) < 3 else "ls"
    os.system(command)  # finding: command-injection
    while True:
        if (line := request.args.get("line")):
            os.system(line)  # finding: command-injection
        break
    try:
        number = int(name)
    except ValueError:
        return "", 400
    os.system(f"seq {number}")
    return ""


@app.route("/d")
def d():
    run = partial(os.system, request.args["x"])  # finding: command-injection
    run()
    do = lambda text: os.system(text)  # finding: command-injection
    do(request.args["x"])
    list(map(os.system, ["ls", "pwd"]))
    parts = [p.strip() for p in request.args["x"].split(",")]
    os.system(" ".join(parts))  # finding: command-injection
    joined = "".join(ch for ch in request.args["x"] if ch.isalnum())
    os.system(joined)
    return ""
