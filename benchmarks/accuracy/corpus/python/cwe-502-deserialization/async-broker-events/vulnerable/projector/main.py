import asyncio
import logging
import os
from collections import Counter

import aio_pika

from .events import Codec, EventCodec

log = logging.getLogger("projector")
seen: Counter = Counter()


async def consume(queue: aio_pika.abc.AbstractQueue, codec: Codec) -> None:
    async with queue.iterator() as messages:
        async for message in messages:
            async with message.process(requeue=False, ignore_processed=True):
                try:
                    event = codec.loads(message.body)
                except (KeyError, ValueError, TypeError):
                    log.warning("message %s is malformed", message.delivery_tag)
                    await message.reject(requeue=False)
                    continue
                seen[event.kind] += 1
                log.debug("%d events so far", seen.total())


async def main() -> None:
    connection = await aio_pika.connect_robust(os.environ["PARTNER_AMQP_URL"])
    async with connection:
        channel = await connection.channel()
        await channel.set_qos(20)
        queue = await channel.declare_queue("partner.events", durable=True)
        await consume(queue, EventCodec())


if __name__ == "__main__":
    logging.basicConfig(level="INFO")
    asyncio.run(main())
