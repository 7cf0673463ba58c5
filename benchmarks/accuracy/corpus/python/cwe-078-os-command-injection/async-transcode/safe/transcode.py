import asyncio

from fastapi import FastAPI, WebSocket

app = FastAPI()


async def probe(name):
    process = await asyncio.create_subprocess_exec(
        "ffprobe", "-hide_banner", "file:/srv/media/" + name.rpartition("/")[2],
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return output.decode(errors="replace")


@app.websocket("/probe")
async def probe_socket(socket: WebSocket):
    await socket.accept()
    while True:
        name = await socket.receive_text()
        await socket.send_text(await probe(name))
