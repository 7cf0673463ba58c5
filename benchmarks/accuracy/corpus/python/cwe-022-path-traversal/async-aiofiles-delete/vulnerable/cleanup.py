import json
import os

import aio_pika
import aiofiles.os

SPOOL = "/var/spool/render"


async def handle(message: aio_pika.abc.AbstractIncomingMessage):
    async with message.process():
        job = json.loads(message.body)
        path = os.path.join(SPOOL, job["output"])
        if await aiofiles.os.path.isfile(path):
            await aiofiles.os.remove(path)


async def main():
    connection = await aio_pika.connect_robust("amqp://rabbit/")
    channel = await connection.channel()
    queue = await channel.declare_queue("render.finished", durable=True)
    await queue.consume(handle)
