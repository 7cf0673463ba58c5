import posixpath
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import unquote

BASE = "/srv/assets"


class Assets(BaseHTTPRequestHandler):
    def do_GET(self):
        path = posixpath.normpath("/" + self.path.split("?")[0])
        path = BASE + unquote(path)
        try:
            with open(path, "rb") as source:
                data = source.read()
        except OSError:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


if __name__ == "__main__":
    HTTPServer(("", 8080), Assets).serve_forever()
