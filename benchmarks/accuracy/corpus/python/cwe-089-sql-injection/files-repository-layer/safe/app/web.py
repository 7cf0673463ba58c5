import os

from flask import Flask, jsonify

from app.repository import InvoiceRepository
from app.service import InvoiceService

app = Flask(__name__)
service = InvoiceService(InvoiceRepository(os.environ["DSN"]))


@app.route("/customers/<customer>/outstanding")
def outstanding(customer):
    return jsonify(outstanding=str(service.outstanding(customer)))
