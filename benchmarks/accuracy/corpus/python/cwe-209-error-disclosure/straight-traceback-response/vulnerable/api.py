import logging
import traceback

from flask import Flask, jsonify
import psycopg2

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.errorhandler(Exception)
def failed(error):
    details = traceback.format_exc()
    log.error("request failed\n%s", details)
    return jsonify(error=str(error), details=details), 500


@app.get("/stock/<int:item>")
def stock(item):
    with psycopg2.connect("dbname=stock host=10.0.3.7") as conn, conn.cursor() as cur:
        cur.execute("SELECT quantity FROM stock WHERE item = %s", (item,))
        return jsonify(quantity=cur.fetchone()[0])
