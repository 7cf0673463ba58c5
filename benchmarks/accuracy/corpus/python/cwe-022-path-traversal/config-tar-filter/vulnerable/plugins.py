import io
import tarfile

from fastapi import APIRouter, Request

router = APIRouter()


@router.put("/plugins/{plugin_id}")
async def install(plugin_id: int, request: Request):
    body = await request.body()
    target = f"/srv/plugins/{plugin_id}"
    with tarfile.open(fileobj=io.BytesIO(body), mode="r:gz") as bundle:
        names = bundle.getnames()
        bundle.extractall(target, filter="fully_trusted")
    return {"id": plugin_id, "files": len(names)}
