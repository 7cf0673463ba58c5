import json
import pickle

import yaml
from flask import Flask, request
from itsdangerous import URLSafeSerializer

app = Flask(__name__)
signer = URLSafeSerializer(app.config["KEY"])


@app.post("/a")
def a():
    pickle.loads(request.data)  # finding: deserialization
    pickle.loads(bytes.fromhex(request.cookies["state"]))  # finding: deserialization
    yaml.load(request.data)  # finding: deserialization
    yaml.load(request.data, Loader=yaml.Loader)  # finding: deserialization
    yaml.load(request.data, yaml.UnsafeLoader)  # finding: deserialization
    yaml.load(request.data, Loader=yaml.SafeLoader)
    yaml.load(request.data, yaml.SafeLoader)
    yaml.safe_load(request.data)
    json.loads(request.data)
    signer.loads(request.cookies["state"])
    with open("model.bin", "rb") as f:
        pickle.load(f)
    return {}
