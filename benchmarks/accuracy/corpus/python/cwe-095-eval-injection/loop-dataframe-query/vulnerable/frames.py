import pandas as pd
from flask import Flask, jsonify, request

app = Flask(__name__)
SALES = pd.read_csv("/srv/data/sales.csv")


@app.get("/sales")
def sales():
    frame = SALES
    for column in request.args:
        if column not in SALES.columns:
            continue
        frame = frame.query(f"{column} == {request.args[column]}", engine="python")
    return jsonify(frame.head(50).to_dict("records"))
