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
    result = static_file(name, root=EXPORTS, mimetype="text/csv")
    if result.status_code == 404:
        raise HTTPError(404, "no such export")
    return result


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=9001)
