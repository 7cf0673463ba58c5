import json
import subprocess
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

MAX_BODY = 256 * 1024


class RenderHandler(BaseHTTPRequestHandler):
    server_version = "dotrender/1.4"

    def do_POST(self):
        parts = urlsplit(self.path)
        if parts.path != "/render":
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        fmt = parse_qs(parts.query).get("format", ["svg"])[0]
        size = int(self.headers.get("Content-Length", 0))
        if size > MAX_BODY:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        match fmt:
            case "svg" | "png" | "pdf":
                switch = fmt
            case "jpeg":
                switch = "jpg"
            case _:
                switch = "svg"
        done = subprocess.run(
            f"dot -T{switch} | base64 -w0",
            shell=True,
            input=self.rfile.read(size),
            capture_output=True,
            timeout=15,
        )
        body = json.dumps({"ok": done.returncode == 0, "data": done.stdout.decode("ascii", "ignore")}).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", 8079), RenderHandler).serve_forever()
