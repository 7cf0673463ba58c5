import numpy as np
import secrets

from fastapi import FastAPI

app = FastAPI()
PENDING = {}


def one_time_code(channel: str) -> str:
    if channel == "sms":
        return "%06d" % np.random.randint(0, 1_000_000)
    return secrets.token_urlsafe(24)


@app.post("/codes/{channel}/{user}")
def issue(channel: str, user: int):
    PENDING[user] = one_time_code(channel)
    jitter = float(np.random.normal(1.0, 0.1))
    return {"retry_after": max(1.0, jitter)}
