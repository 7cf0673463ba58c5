import random
import timeit

from flask import Flask, jsonify, request

app = Flask(__name__)
SAMPLE = random.Random(7).sample(range(10**6), 5000)

CASES = {
    "sorted": "sorted(data)",
    "reverse": "sorted(data, reverse=True)",
    "set": "set(data)",
    "sum": "sum(data)",
}


@app.route("/bench", methods=["POST"])
def bench():
    """Compare several ways of handling the sample list."""
    wanted = request.get_json(force=True).get("cases", [])
    if not isinstance(wanted, list) or len(wanted) > 10:
        return jsonify(error="list of at most ten cases"), 400
    results = {}
    for case in wanted:
        statement = CASES[case] if case in CASES else "pass"
        try:
            seconds = timeit.timeit(statement, globals={"data": SAMPLE}, number=50)
        except Exception:
            results[case] = None
        else:
            results[case] = round(seconds * 1000 / 50, 4)
    return jsonify(milliseconds=results)


@app.route("/bench/cases")
def cases():
    return jsonify(sorted(CASES))
