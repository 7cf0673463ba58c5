import os

import asyncpg
from fastapi import FastAPI, HTTPException

from . import errors

app = FastAPI()
errors.install(app)


@app.get("/stock/{sku}")
async def stock(sku: int):
    conn = await asyncpg.connect(os.environ["DATABASE_URL"])
    try:
        left = await conn.fetchval("SELECT left_over FROM stock WHERE sku = $1", sku)
    finally:
        await conn.close()
    if left is None:
        raise HTTPException(404)
    if left <= 0:
        raise errors.NotEnoughStock(sku, left)
    return {"sku": sku, "left": left}
