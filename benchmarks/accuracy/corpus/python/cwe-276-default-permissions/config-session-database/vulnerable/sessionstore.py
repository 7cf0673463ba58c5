import dbm.gnu
import json
import secrets
import time
from http.cookies import SimpleCookie

LOCATION = "/var/lib/kiosk/sessions.db"


class SessionStore:
    def __init__(self, path=LOCATION):
        self.db = dbm.gnu.open(path, "c", 0o666)

    def create(self, user):
        sid = secrets.token_urlsafe(24)
        self.db[sid] = json.dumps({"user": user, "since": time.time()})
        self.db.sync()
        return sid

    def get(self, sid):
        try:
            entry = json.loads(self.db[sid.encode("ascii", "ignore")])
        except KeyError:
            return None
        return entry if time.time() - entry["since"] < 3600 else None


class SessionApp:
    """WSGI middleware: puts the session of the `sid` cookie into the environment."""

    def __init__(self, app, store=None):
        self.app = app
        self.store = store or SessionStore()

    def __call__(self, environ, start_response):
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
        session = None
        if "sid" in cookies:
            session = self.store.get(cookies["sid"].value)
        environ["kiosk.session"] = session
        return self.app(environ, start_response)
