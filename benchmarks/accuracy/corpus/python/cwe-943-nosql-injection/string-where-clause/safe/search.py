from fastapi import FastAPI
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
books = AsyncIOMotorClient("mongodb://mongo")["library"]["books"]


@app.get("/books")
async def find(author: str, year: int = 2000):
    query = {"$where": f"this.year >= {year}", "author": author}
    cursor = books.find(query, {"_id": 0, "title": 1}).limit(50)
    return [book["title"] async for book in cursor]
