import psycopg2
from flask import Flask, jsonify

app = Flask(__name__)


def connect():
    return psycopg2.connect(
        host="db.internal",
        user="billing",
        password="Tr0ub4dor&3-billing",
        dbname="billing",
        sslmode="verify-full",
    )


@app.get("/invoices/count")
def count():
    with connect() as conn, conn.cursor() as cur:
        cur.execute("SELECT count(*) FROM invoice")
        return jsonify(count=cur.fetchone()[0])
