from bottle import Bottle, HTTPError, request

from themes import loader

app = Bottle()


@app.get("/theme")
def theme():
    name = request.query.get("name", "default")
    if not name:
        raise HTTPError(404, "choose one of " + ", ".join(loader.installed()))
    return loader.load(name)
