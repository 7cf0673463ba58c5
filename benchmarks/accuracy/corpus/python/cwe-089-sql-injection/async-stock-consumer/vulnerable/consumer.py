import asyncio
import json
import logging
import os

from aiokafka import AIOKafkaConsumer
from sqlalchemy import text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

logger = logging.getLogger("stock.consumer")

engine = create_async_engine(os.environ["DATABASE_URL"], pool_pre_ping=True)
Session = async_sessionmaker(engine, expire_on_commit=False)


async def apply_movement(movement: dict) -> None:
    qty = int(movement["quantity"])
    sku = movement["sku"]
    stmt = text(f"UPDATE stock SET on_hand = on_hand + :qty WHERE sku = '{sku}'")
    params = {"qty": qty}
    async with Session.begin() as session:
        result = await session.execute(stmt, params)
    logger.info("movement applied, %d rows", result.rowcount)


async def main() -> None:
    consumer = AIOKafkaConsumer(
        "shop.stock-movements",
        bootstrap_servers=os.environ["KAFKA_BROKERS"],
        group_id="stock-writer",
        value_deserializer=lambda raw: json.loads(raw.decode("utf-8")),
        enable_auto_commit=False,
    )
    await consumer.start()
    try:
        async for record in consumer:
            try:
                await apply_movement(record.value)
            except (KeyError, ValueError):
                logger.exception("skipped offset %d", record.offset)
            await consumer.commit()
    finally:
        await consumer.stop()
        await engine.dispose()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main())
