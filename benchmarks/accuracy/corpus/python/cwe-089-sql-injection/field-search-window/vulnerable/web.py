from dataclasses import dataclass, field

from bottle import Bottle, request, response
from peewee import SQL

from models import Ticket, db

app = Bottle()


@dataclass
class Window:
    queue: str
    label: str = "all"
    bounds: list = field(default_factory=list)

    @classmethod
    def from_query(cls, query):
        win = cls(queue=query.get("queue", "inbox"), label=query.get("label", "all"))
        for edge in ("low", "high"):
            win.bounds.append(query.get(edge, "1"))
        return win

    def clause(self):
        low, high = self.bounds
        return SQL("priority BETWEEN %s AND %s" % (low, high))


@app.hook("before_request")
def _open():
    db.connect(reuse_if_open=True)


@app.hook("after_request")
def _close():
    if not db.is_closed():
        db.close()


@app.get("/tickets")
def tickets():
    try:
        win = Window.from_query(request.query)
    except ValueError:
        response.status = 400
        return {"error": "low and high are numbers"}
    found = Ticket.select().where(Ticket.queue == win.queue, win.clause()).limit(100)
    return {"label": win.label, "items": [{"id": t.id, "subject": t.subject} for t in found]}
