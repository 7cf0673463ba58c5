from typing import Annotated

import httpx
from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel, HttpUrl, field_validator

app = FastAPI(title="calendar sync")

PROVIDERS = frozenset({"calendar.google.com", "outlook.office365.com", "p01-caldav.icloud.com"})


class Subscription(BaseModel):
    name: str
    feed: HttpUrl

    @field_validator("feed")
    @classmethod
    def known_provider(cls, value: HttpUrl) -> HttpUrl:
        if value.scheme != "https" or value.host not in PROVIDERS or value.port != 443:
            raise ValueError("this provider is not supported")
        return value


async def http():
    async with httpx.AsyncClient(timeout=10, follow_redirects=False) as client:
        yield client


@app.post("/subscriptions")
async def subscribe(sub: Subscription, client: Annotated[httpx.AsyncClient, Depends(http)]):
    try:
        answer = await client.get(str(sub.feed), headers={"Accept": "text/calendar"})
    except httpx.HTTPError as exc:
        raise HTTPException(502, "feed not reachable") from exc
    events = answer.text.count("BEGIN:VEVENT")
    return {"name": sub.name, "events": events, "preview": answer.text[:400]}


@app.get("/providers")
async def providers():
    return sorted(PROVIDERS)
