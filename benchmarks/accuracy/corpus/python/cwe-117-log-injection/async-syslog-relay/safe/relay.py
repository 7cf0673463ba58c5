import asyncio
import json


class Relay(asyncio.DatagramProtocol):
    def __init__(self, out):
        self.out = out

    def datagram_received(self, data, addr):
        event = json.loads(data)
        line = "{} {}: {}".format(addr[0], ascii(event["app"]), ascii(event["text"]))
        self.out.write(line + "\n")
        self.out.flush()


async def main():
    with open("/var/log/relay.log", "a", encoding="utf-8") as out:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: Relay(out), local_addr=("0.0.0.0", 5140))
        try:
            await asyncio.Event().wait()
        finally:
            transport.close()


if __name__ == "__main__":
    asyncio.run(main())
