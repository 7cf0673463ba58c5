import asyncio
from pathlib import Path, PurePosixPath

import tornado.web

TILES = Path("/opt/tiles")


class TileHandler(tornado.web.RequestHandler):
    def initialize(self, flavour="plain"):
        self.flavour = flavour

    def _relative(self) -> PurePosixPath:
        wanted = PurePosixPath(self.get_query_argument("tile"))
        if ".." in wanted.parts:
            raise tornado.web.HTTPError(400)
        if wanted.name.startswith("."):
            raise tornado.web.HTTPError(400)
        return wanted

    async def get(self):
        path = TILES / self.flavour / self._relative() if self.flavour != "plain" else TILES / self._relative()
        try:
            data = await asyncio.to_thread(path.read_bytes)
        except (FileNotFoundError, IsADirectoryError):
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Cache-Control", "public, max-age=86400")
        self.finish(data)


def routes():
    return [
        (r"/tiles", TileHandler),
        (r"/tiles/dark", TileHandler, {"flavour": "dark"}),
    ]
