import asyncio
import logging
import re
from collections import Counter

logger = logging.getLogger("listener")

LINE = re.compile(
    r"^<(?P<pri>\d{1,3})>"
    r"(?P<host>[\w.-]{1,64}) "
    r"(?P<tag>\w+(?:[/.]\w+)*[/.]?)"
    r"\[(?P<pid>\d{1,7})\]: "
    r"(?P<text>.*)$",
    re.DOTALL,
)


class SyslogProtocol(asyncio.DatagramProtocol):
    def __init__(self, counter: Counter):
        self.counter = counter

    def datagram_received(self, data, addr):
        found = LINE.match(data[:2048].decode("utf-8", "replace"))
        if found is None:
            self.counter["malformed"] += 1
            return
        severity = int(found["pri"]) % 8
        self.counter[severity] += 1
        if severity <= 2:
            logger.error("severe message from %r", found["host"])


async def main():
    counter = Counter()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: SyslogProtocol(counter), local_addr=("0.0.0.0", 5514)
    )
    try:
        while True:
            await asyncio.sleep(60)
            logger.info("last minute: %s", dict(counter))
            counter.clear()
    finally:
        transport.close()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main())
