import secrets

import tornado.web

OPTIONS = {"path": "/", "httponly": True, "samesite": "Lax"}


class RememberHandler(tornado.web.RequestHandler):
    def post(self):
        token = secrets.token_hex(32)
        options = dict(OPTIONS, expires_days=30)
        options["samesite"] = "Strict"
        self.application.settings["tokens"][token] = self.get_body_argument("user")
        self.set_cookie("remember", token, **options)
        self.set_status(204)


application = tornado.web.Application([(r"/remember", RememberHandler)], tokens={})
