from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl

THEMES = ("light", "dark", "contrast")


class ThemeHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = min(int(self.headers.get("Content-Length", 0)), 4096)
        form = dict(parse_qsl(self.rfile.read(length).decode()))
        theme = form.get("theme", "light")
        self.send_response(303)
        if theme not in THEMES:
            theme = THEMES[0]
        self.send_header("Set-Cookie", f"theme={theme}; Path=/; Secure; HttpOnly; SameSite=Lax")
        self.send_header("Location", "/")
        self.end_headers()


if __name__ == "__main__":
    HTTPServer(("", 8083), ThemeHandler).serve_forever()
