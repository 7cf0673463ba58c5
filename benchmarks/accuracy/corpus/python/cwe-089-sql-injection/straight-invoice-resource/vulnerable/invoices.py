import os

import MySQLdb
import MySQLdb.cursors
from flask import Flask, request
from flask_restful import Api, Resource, abort

app = Flask(__name__)
api = Api(app)


def connect():
    return MySQLdb.connect(
        host=os.environ["DB_HOST"],
        user=os.environ["DB_USER"],
        passwd=os.environ["DB_PASSWORD"],
        db="billing",
        cursorclass=MySQLdb.cursors.DictCursor,
    )


class InvoiceList(Resource):
    def get(self):
        customer = request.args.get("customer")
        if not customer:
            abort(400, message="customer is required")
        db = connect()
        try:
            cur = db.cursor()
            cur.execute(
                "SELECT id, number, total FROM invoices WHERE customer_ref = '%s' ORDER BY id"
                % customer
            )
            rows = cur.fetchall()
        finally:
            db.close()
        return [
            {"id": r["id"], "number": r["number"], "total": str(r["total"])} for r in rows
        ]


class Health(Resource):
    def get(self):
        return {"status": "ok"}


api.add_resource(InvoiceList, "/v1/invoices")
api.add_resource(Health, "/healthz")
