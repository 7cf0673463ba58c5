import os

import aiofiles
from quart import Quart, request

app = Quart(__name__)
INBOX = "/srv/inbox"


@app.put("/inbox")
async def receive():
    name = request.headers.get("X-File-Name", "unnamed")
    name = os.path.normpath(name)
    size = 0
    async with aiofiles.open(os.path.join(INBOX, name), "wb") as out:
        async for chunk in request.body:
            size += len(chunk)
            await out.write(chunk)
    return {"name": name, "size": size}
