import aiosqlite
from fastapi import FastAPI, WebSocket

from bus import Bus

app = FastAPI()
bus = Bus()


@bus.on("join")
async def join(payload):
    async with aiosqlite.connect("rooms.db") as db:
        cursor = await db.execute("SELECT id FROM room WHERE name = '%(room)s'" % payload)
        row = await cursor.fetchone()
    return {"room": row[0] if row else None}


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    while True:
        message = await websocket.receive_json()
        await websocket.send_json(await bus.emit("join", {"room": str(message["room"])}))
