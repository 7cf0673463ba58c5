import asyncio
from dataclasses import dataclass

import httpx
import markupsafe
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route


@dataclass(slots=True)
class Member:
    uid: int
    nick: str
    bio: str


MEMBERS: dict[int, Member] = {}


async def members_online() -> int:
    async with httpx.AsyncClient(base_url="http://presence:7000", timeout=2) as client:
        answer = await client.get("/count")
        return int(answer.text)


async def bio_of(uid: int) -> str:
    member = MEMBERS.get(uid)
    if member is None:
        raise HTTPException(404)
    await asyncio.sleep(0)
    return member.bio.replace("\n", "<br>")


async def card(request):
    bio, online = await asyncio.gather(bio_of(request.path_params["uid"]), members_online())
    return HTMLResponse(f"<article><p class='bio'>{bio}</p><footer>{online} online</footer></article>")


async def join(request):
    data = await request.json()
    uid = len(MEMBERS) + 1
    MEMBERS[uid] = Member(uid, str(data["nick"])[:30], str(data.get("bio", ""))[:2000])
    return PlainTextResponse(str(uid), status_code=201)


app = Starlette(routes=[
    Route("/members/{uid:int}", card),
    Route("/members", join, methods=["POST"]),
])
