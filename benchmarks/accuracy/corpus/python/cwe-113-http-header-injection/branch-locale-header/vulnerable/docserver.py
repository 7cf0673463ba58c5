import gzip
import pathlib
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

DOCS = {p.stem: p for p in pathlib.Path("/srv/help").glob("*.txt")}
LOCALES = ["en", "de", "pt-BR"]


class HelpHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _locale(self, query):
        wanted = query.get("lang", [""])[0]
        if not wanted:
            return "en"
        if wanted in LOCALES:
            return wanted
        return wanted.replace("_", "-")

    def do_GET(self):
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        page = DOCS.get(url.path.strip("/"))
        if page is None:
            self.send_error(404)
            return
        body = page.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Language", self._locale(query))
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    HTTPServer(("", 8060), HelpHandler).serve_forever()
