from dataclasses import dataclass, field
from urllib.request import Request, urlopen

from flask import Flask, request

app = Flask(__name__)


@dataclass
class Subscription:
    topic: str
    callback: str
    relay: str = field(default="https://relay.example.org/publish")

    def notify(self, body):
        outgoing = Request(self.relay, data=body, headers={"X-Topic": "change"})
        with urlopen(outgoing, timeout=5) as answer:
            return answer.read(1000).decode()


@app.post("/subscriptions")
def subscribe():
    form = request.form
    subscription = Subscription(topic=form["topic"], callback=form["callback"])
    return {"topic": subscription.topic, "answer": subscription.notify(b"hello")}
