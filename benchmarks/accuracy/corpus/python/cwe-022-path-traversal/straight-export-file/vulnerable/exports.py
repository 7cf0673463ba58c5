import logging
import os

from bottle import HTTPError, Bottle, request, response, static_file

EXPORTS = os.environ.get("EXPORT_DIR", "/var/lib/billing/exports")
log = logging.getLogger("exports")
app = Bottle()


@app.get("/exports")
def index():
    return {"files": sorted(f for f in os.listdir(EXPORTS) if f.endswith(".csv"))}


@app.get("/exports/file")
def fetch():
    name = request.query.get("name", "")
    if not name:
        raise HTTPError(400, "name missing")
    log.info("export requested")
    try:
        with open(os.path.join(EXPORTS, name), "rb") as fh:
            data = fh.read()
    except OSError:
        raise HTTPError(404, "no such export")
    response.content_type = "text/csv"
    return data


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=9001)
