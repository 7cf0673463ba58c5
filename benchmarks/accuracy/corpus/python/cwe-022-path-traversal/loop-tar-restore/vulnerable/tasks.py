import shutil
import tarfile
from pathlib import Path

from celery import Celery
from celery.utils.log import get_task_logger

app = Celery("workspaces")
app.config_from_object("celeryconfig")
logger = get_task_logger(__name__)

WORKSPACES = Path("/data/workspaces")
LIMIT = 200 * 1024 * 1024


def _restorable(member: tarfile.TarInfo, home: Path) -> bool:
    if not member.isfile():
        return False
    return not member.name.startswith("/")


@app.task(bind=True, max_retries=2)
def restore(self, workspace_id: int, archive: str) -> int:
    """Unpack an archive a customer uploaded into the workspace."""
    home = (WORKSPACES / str(int(workspace_id))).resolve()
    home.mkdir(parents=True, exist_ok=True)
    written = size = 0
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if not _restorable(member, home):
                logger.warning("left out one member of %s", workspace_id)
                continue
            size += member.size
            if size > LIMIT:
                raise ValueError("archive too large")
            target = home / member.name
            target.parent.mkdir(parents=True, exist_ok=True)
            with tar.extractfile(member) as src, open(target, "wb") as dst:
                shutil.copyfileobj(src, dst)
            written += 1
    return written
