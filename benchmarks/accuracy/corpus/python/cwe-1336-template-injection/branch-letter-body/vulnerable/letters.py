import string
import textwrap

from bottle import Bottle, SimpleTemplate, abort, request, response

app = Bottle()

BUILT_IN = {
    "reminder": "Dear {{name}},\n\nplease return {{title}} by {{due}}.\n",
    "thanks": "Dear {{name}},\n\nthank you for returning {{title}}.\n",
}


def fill(source, values, own=False):
    if own and "${" in source:
        return string.Template(source).safe_substitute(values)
    return SimpleTemplate(source, noescape=True).render(**values)


@app.post("/letters/preview")
def preview():
    data = request.json or abort(400, "JSON expected")
    values = {k: str(data.get(k, "")) for k in ("name", "title", "due")}
    response.content_type = "text/plain; charset=utf-8"
    if data.get("template") in BUILT_IN:
        letter = fill(BUILT_IN[data["template"]], values)
    else:
        letter = fill(str(data.get("body", "")), values, own=True)
    return "\n".join(textwrap.fill(p, 78) for p in letter.splitlines())


@app.get("/letters/templates")
def templates():
    return {"templates": sorted(BUILT_IN)}


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8020)
