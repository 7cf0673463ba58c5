import socketserver
from urllib.parse import parse_qs, urlsplit


class Pixel(socketserver.StreamRequestHandler):
    def handle(self):
        words = self.rfile.readline(8192).decode("latin-1").split(" ")
        query = parse_qs(urlsplit(words[1]).query)
        campaign = query.get("c", ["none"])[0]
        campaign = campaign[:200]
        self.wfile.write(
            (
                "HTTP/1.1 204 No Content\r\n"
                f"X-Campaign: {campaign}\r\n"
                "Cache-Control: no-store\r\n"
                "Connection: close\r\n\r\n"
            ).encode("latin-1", "ignore")
        )


if __name__ == "__main__":
    with socketserver.ThreadingTCPServer(("", 8090), Pixel) as server:
        server.serve_forever()
