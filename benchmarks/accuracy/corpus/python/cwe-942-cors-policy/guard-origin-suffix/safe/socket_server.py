from urllib.parse import urlsplit

import tornado.websocket


class PriceSocket(tornado.websocket.WebSocketHandler):
    def check_origin(self, origin):
        host = urlsplit(origin).hostname or ""
        return host == "example.org" or host.endswith(".example.org")

    def open(self):
        user = self.get_signed_cookie("user")
        if user is None:
            self.close(4401)
            return
        self.write_message({"user": user.decode(), "positions": self.settings["positions"].get(user, [])})

    def on_message(self, message):
        self.write_message({"length": len(message)})
