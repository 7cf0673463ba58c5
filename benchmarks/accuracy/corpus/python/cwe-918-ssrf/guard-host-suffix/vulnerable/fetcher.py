from urllib.parse import urlsplit

import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()


def permitted(url):
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname is None:
        return False
    return parts.hostname.endswith("partner.example")


@app.get("/partner-data")
async def partner_data(url: str):
    if not permitted(url):
        raise HTTPException(400, "not a partner address")
    async with httpx.AsyncClient(follow_redirects=False) as client:
        answer = await client.get(url)
    return {"status": answer.status_code, "body": answer.text}
