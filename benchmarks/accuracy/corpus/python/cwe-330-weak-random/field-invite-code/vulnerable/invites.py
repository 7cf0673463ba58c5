import time
import uuid
from dataclasses import dataclass, field

from flask import Flask, request

app = Flask(__name__)
INVITES = {}


@dataclass
class Invite:
    team: str
    code: str = field(default_factory=lambda: uuid.uuid1().hex)
    created: float = field(default_factory=time.time)


@app.post("/invites")
def create():
    invite = Invite(request.json["team"])
    INVITES[invite.code] = invite
    return {"link": "/join/" + invite.code, "created": invite.created}, 201


@app.post("/join/<code>")
def join(code):
    return {"team": INVITES.pop(code).team}
