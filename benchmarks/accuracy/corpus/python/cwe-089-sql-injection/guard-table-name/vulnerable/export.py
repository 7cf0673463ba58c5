import csv
import io

import psycopg2
from flask import Flask, Response, current_app, request

app = Flask(__name__)
EXPORTABLE = {"customer", "product", "supplier"}


@app.get("/export")
def export():
    table = request.args.get("table", "")
    if table not in EXPORTABLE:
        current_app.logger.warning("unknown table requested")
    out = io.StringIO()
    writer = csv.writer(out)
    with psycopg2.connect(current_app.config["DSN"]) as conn, conn.cursor() as cur:
        cur.execute(f"SELECT * FROM {table} ORDER BY 1")
        writer.writerow([c.name for c in cur.description])
        writer.writerows(cur.fetchall())
    return Response(out.getvalue(), mimetype="text/csv")
