import asyncio
import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)
HOSTS = {"a": "10.0.0.1"}


def run(command):
    return subprocess.check_output(command, shell=True)  # finding: command-injection


@app.get("/ping")
def ping():
    host = request.args.get("host", "localhost")
    os.system("ping -c 1 " + host)  # finding: command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    os.popen(f"ping {host}")  # finding: command-injection
    subprocess.run(f"ping {host}", shell=True)  # finding: command-injection
    subprocess.run(["ping", "-c", "1", host])
    subprocess.run(["ping", "-c", "1", host], shell=False, check=True)
    subprocess.Popen(["sh", "-c", "ping " + host])  # finding: command-injection
    subprocess.run([host, "-v"])  # finding: command-injection
    run("ping " + host)
    run("ping localhost")
    os.system("ping " + HOSTS[request.args["host"]])
    return ""


@app.get("/count")
def count():
    number = request.args.get("n", 1, type=int)
    os.system("seq %d" % number)
    os.system(f"seq {number}")
    host = request.args["host"]
    if not host.isalnum():
        return "no", 400
    os.system("ping " + host)
    return ""


async def shell(request):
    name = request.query["name"]
    await asyncio.create_subprocess_shell("ls " + name)  # finding: command-injection
    await asyncio.create_subprocess_exec("ls", name)
