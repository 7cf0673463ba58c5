import asyncio
import functools
import os
import threading
from concurrent.futures import ThreadPoolExecutor

from flask import Flask, request

app = Flask(__name__)
TOOLS = ("convert", "identify")
FLAGS = (*TOOLS, "optipng")


def run(command, quiet=False):
    os.system(command)  # finding: command-injection


def run_number(number):
    os.system(f"kill {number}")


class Job:
    def __init__(self, name):
        self.name = name

    @property
    def command(self):
        return "print " + self.name

    def work(self):
        os.system("print " + self.name)  # finding: command-injection


@app.post("/a")
async def start():
    name = request.form["name"]
    await asyncio.to_thread(run, "print " + name, quiet=True)
    await asyncio.to_thread(run_number, int(name))
    later = functools.partial(run_number, int(name))
    later()
    threading.Thread(target=Job(name).work).start()
    os.system(Job(name).command)  # finding: command-injection
    return "", 204


@app.post("/b")
def many():
    with ThreadPoolExecutor(3) as pool:
        pool.map(run_both, [request.form["name"]])
    return "", 204


def run_both(command):
    os.system(command)  # finding: command-injection


@app.post("/c")
def checked():
    name = request.form["name"]
    if any(name == tool for tool in TOOLS):
        os.system(name)
    if all(each.isalnum() or each in "_-" for each in name):
        os.system("print " + name)
    if all(each.isprintable() for each in name):
        os.system("print " + name)  # finding: command-injection
    for number, each in enumerate(request.form.getlist("names")):
        os.system(f"print {number}")
        os.system(f"print {each}")  # finding: command-injection
    for tool, each in zip(TOOLS, request.form.getlist("names")):
        os.system(tool)
        os.system(each)  # finding: command-injection
    if "gs" in TOOLS or len(TOOLS) > 2:
        os.system(name)
    known = [each for each in request.form.getlist("names") if each in TOOLS]
    os.system(known[0])
    return "", 204


@app.post("/d")
def leaking():
    name = request.form["name"]
    found = [tool for tool in TOOLS if name in TOOLS]
    os.system(name)  # finding: command-injection
    os.system([*TOOLS, name][0])
    return str(found)
