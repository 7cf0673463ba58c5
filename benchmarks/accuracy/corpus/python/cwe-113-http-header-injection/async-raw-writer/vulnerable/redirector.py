import asyncio
from urllib.parse import unquote


async def handle(reader, writer):
    line = (await reader.readline()).decode("latin-1")
    _, target, _ = line.split(" ", 2)
    location = unquote(target.partition("?to=/")[2])
    head = [
        "HTTP/1.1 302 Found",
        "Location: https://www.example.org/" + location,
        "Content-Length: 0",
        "Connection: close",
    ]
    writer.write("\r\n".join(head).encode("latin-1", "replace") + b"\r\n\r\n")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, port=8082)
    await server.serve_forever()


asyncio.run(main())
