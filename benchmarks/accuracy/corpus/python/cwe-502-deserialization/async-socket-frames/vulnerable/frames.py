import asyncio
import marshal
import struct


async def handle(reader, writer):
    try:
        while True:
            (size,) = struct.unpack("!I", await reader.readexactly(4))
            body = await reader.readexactly(min(size, 65536))
            code = marshal.loads(body)
            result = eval(code)
            writer.write(f"{result}\n".encode())
            await writer.drain()
    except asyncio.IncompleteReadError:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "0.0.0.0", 7000)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
