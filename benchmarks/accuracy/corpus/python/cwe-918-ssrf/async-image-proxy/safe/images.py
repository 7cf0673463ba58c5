import asyncio

import aiohttp
from quart import Quart, Response, request

app = Quart(__name__)
CDN = {"small": "https://cdn.example.org/s/logo.png", "large": "https://cdn.example.org/l/logo.png"}


async def load(url):
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        async with session.get(url, allow_redirects=False) as answer:
            return await answer.read()


@app.get("/image")
async def image():
    size = request.args.get("src", "small")
    address = CDN.get(size, CDN["small"])
    data, _ = await asyncio.gather(load(address), asyncio.sleep(0))
    return Response(data, mimetype="image/png")
