import asyncio
from html import escape

from quart import Quart, Response, request

app = Quart(__name__)
listeners = set()


@app.post("/messages")
async def publish():
    form = await request.form
    fragment = "<p><i>{}</i> {}</p>"
    fragment = fragment.format(escape(form["author"]), form["text"].strip())
    for queue in listeners:
        await queue.put(fragment)
    return "", 204


@app.get("/messages")
async def stream():
    queue = asyncio.Queue()
    listeners.add(queue)

    async def fragments():
        yield "<!doctype html><main>"
        try:
            while True:
                yield await queue.get()
        finally:
            listeners.discard(queue)

    return Response(fragments(), mimetype="text/html")
