import subprocess
from concurrent.futures import ThreadPoolExecutor

from flask import Flask, jsonify, request

app = Flask(__name__)
pool = ThreadPoolExecutor(max_workers=4)
SERVERS = ("ns1.example.net", "ns2.example.net")


def dig(server, name):
    return subprocess.getoutput("dig +short @" + server + " " + name)


@app.get("/dns")
def dns():
    name = request.headers.get("X-Lookup-Name", "example.net")
    futures = {server: pool.submit(dig, server, name) for server in SERVERS}
    return jsonify(name=name, answers={server: f.result(timeout=10) for server, f in futures.items()})
