import json
import os
import secrets

import redis.asyncio as redis
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()
store = redis.from_url(os.environ["REDIS_URL"])
RETURN_PATHS = {"home": "/", "orders": "/orders"}


@app.get("/oauth/start")
async def start(back: str = "home"):
    state = secrets.token_urlsafe(16)
    await store.setex("state:" + state, 300, json.dumps({"back": back}))
    return RedirectResponse("https://login.example.org/authorize?state=" + state)


@app.get("/oauth/callback")
async def callback(state: str):
    saved = json.loads(await store.get("state:" + state) or b'{"back": "home"}')
    return RedirectResponse(RETURN_PATHS.get(saved["back"]) or saved["back"])
