from flask import Flask, request

from steps import KINDS

app = Flask(__name__)


@app.post("/flows/run")
def run():
    state = {}
    for definition in request.get_json()["steps"]:
        KINDS[definition["kind"]](definition).run(state)
    return {"names": sorted(str(name) for name in state)}
