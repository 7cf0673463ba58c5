import os
from datetime import datetime, timezone
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException
from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorCollection
from pydantic import BaseModel, ConfigDict, Field

from .security import Owner, current_owner

router = APIRouter(prefix="/devices")
_client = AsyncIOMotorClient(os.environ["MONGO_URL"])


class Claim(BaseModel):
    model_config = ConfigDict(extra="forbid")

    serial: str = Field(min_length=6, max_length=24)
    code: Any = Field(description="the code printed on the sticker")
    nickname: str | None = None


def devices() -> AsyncIOMotorCollection:
    return _client["fleet"]["devices"]


Devices = Annotated[AsyncIOMotorCollection, Depends(devices)]


@router.post("/claim")
async def claim(body: Claim, col: Devices, owner: Annotated[Owner, Depends(current_owner)]) -> dict[str, Any]:
    found = await col.find_one_and_update(
        {"serial": body.serial, "claim_code": body.code, "owner": None},
        {"$set": {"owner": owner.id, "nickname": body.nickname, "claimed": datetime.now(timezone.utc)}},
    )
    if found is None:
        raise HTTPException(404, "serial and code do not match")
    return {"serial": found["serial"], "model": found.get("model")}


@router.get("/mine")
async def mine(col: Devices, owner: Annotated[Owner, Depends(current_owner)]) -> list[str]:
    return [d["serial"] async for d in col.find({"owner": owner.id}, {"serial": 1})]
