from fastapi import FastAPI, WebSocket
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
rooms = AsyncIOMotorClient("mongodb://mongo")["chat"]["rooms"]


@app.websocket("/rooms")
async def enter(socket: WebSocket):
    await socket.accept()
    async for message in socket.iter_json():
        query = {"name": message["name"], "password": message["password"]}
        room = await rooms.find_one(query)
        await socket.send_json({"entered": room is not None, "topic": room["topic"] if room else None})
