import asyncio
import json

import asyncpg
from aiokafka import AIOKafkaConsumer


async def consume(queue):
    consumer = AIOKafkaConsumer("shipment-events", bootstrap_servers="kafka:9092")
    await consumer.start()
    try:
        async for message in consumer:
            await queue.put(json.loads(message.value))
    finally:
        await consumer.stop()


async def store(queue, pool):
    while True:
        event = await queue.get()
        async with pool.acquire() as conn:
            await conn.execute(
                f"UPDATE shipment SET status = '{event['status']}' WHERE tracking = '{event['tracking']}'"
            )
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=100)
    pool = await asyncpg.create_pool(database="shipping")
    await asyncio.gather(consume(queue), store(queue, pool))


if __name__ == "__main__":
    asyncio.run(main())
