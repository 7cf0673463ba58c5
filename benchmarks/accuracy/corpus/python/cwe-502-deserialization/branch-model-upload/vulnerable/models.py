import io

import numpy as np
from flask import Flask, request

app = Flask(__name__)


@app.post("/models/weights")
def weights():
    sent = request.files["weights"]
    data = io.BytesIO(sent.read())
    if sent.mimetype == "text/csv":
        array = np.loadtxt(data, delimiter=",")
    else:
        array = np.load(data, allow_pickle=True)
    return {"shape": list(array.shape), "type": str(array.dtype)}
