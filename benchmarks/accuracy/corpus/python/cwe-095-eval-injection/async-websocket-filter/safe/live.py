import json

import websockets
import asyncio

ROWS = [{"id": 1, "size": 10}, {"id": 2, "size": 25}]


def matches(row, condition):
    return eval("row['size'] " + (">" if condition["op"] == ">" else "<") + " " + str(int(condition["value"])))


async def serve(socket):
    async for text in socket:
        condition = json.loads(text)
        rows = [row for row in ROWS if matches(row, condition)]
        await socket.send(json.dumps(rows))


async def main():
    async with websockets.serve(serve, "0.0.0.0", 8765):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main())
