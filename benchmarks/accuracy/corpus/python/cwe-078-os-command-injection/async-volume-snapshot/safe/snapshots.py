import asyncio
import shlex
from datetime import datetime, timezone

from sanic import Sanic, json
from sanic.exceptions import InvalidUsage, ServerError
from sanic.log import logger

app = Sanic("snapshots")
POOL = "tank/customers"


async def run(line: str) -> str:
    proc = await asyncio.create_subprocess_shell(
        line,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await asyncio.wait_for(proc.communicate(), timeout=60)
    if proc.returncode:
        logger.error("exit code %s", proc.returncode)
        raise ServerError("snapshot failed")
    return out.decode(errors="replace")


def snapshot_name(label: str) -> str:
    stamp = datetime.now(timezone.utc).strftime("%Y%m%d%H%M%S")
    return f"{POOL}@{label}-{stamp}"


@app.post("/snapshots")
async def create(request):
    label = (request.json or {}).get("label")
    if not isinstance(label, str) or not label:
        raise InvalidUsage("label is required")
    name = snapshot_name(label)
    await run("sudo zfs snapshot " + shlex.quote(name))
    return json({"created": name}, status=201)


@app.get("/snapshots")
async def listing(request):
    out = await run(f"zfs list -H -t snapshot -o name -r {POOL}")
    return json({"names": out.split()})
