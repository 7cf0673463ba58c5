import asyncio
import contextlib
import io
import logging
import time
from code import InteractiveInterpreter

log = logging.getLogger("console")


class Gateway:
    def __init__(self):
        self.sessions = 0
        self.started = time.monotonic()

    def uptime(self):
        return f"{time.monotonic() - self.started:.0f}s"

    def version(self):
        return "gateway 3.2.1"

    def stats(self):
        return f"{self.sessions} sessions"


class Console:
    def __init__(self, gateway: Gateway):
        self.commands = {"uptime": gateway.uptime, "version": gateway.version, "stats": gateway.stats}
        self.interpreter = InteractiveInterpreter({"gateway": gateway})

    def execute(self, line: str) -> str:
        command = self.commands.get(line)
        if command is not None:
            return command()
        captured = io.StringIO()
        with contextlib.redirect_stdout(captured):
            self.interpreter.runsource(line)
        return captured.getvalue()


async def main():
    gateway = Gateway()

    async def talk(reader, writer):
        gateway.sessions += 1
        console = Console(gateway)
        while line := await reader.readline():
            answer = console.execute(line.decode("utf-8", "replace").strip())
            writer.write(answer.encode() + b"\n")
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "0.0.0.0", 7788)
    log.info("console ready")
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
