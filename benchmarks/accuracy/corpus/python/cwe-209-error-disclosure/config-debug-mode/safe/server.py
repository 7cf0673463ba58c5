import os

from fastapi import FastAPI

app = FastAPI(title="Orders", debug=False)
RATES = {"EUR": 1.0, "USD": 1.08}


@app.get("/convert/{currency}")
def convert(currency: str, amount: float):
    key = os.environ["RATE_KEY"]
    return {"amount": amount * RATES[currency], "source": "table-" + str(len(key))}


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="0.0.0.0", port=8000)
