import falcon
from peewee import IntegrityError

from .store import Account


class Registration:
    def on_post(self, req, resp):
        media = req.get_media()
        login, plain = media.get("login"), media.get("password")
        if not login or not isinstance(plain, str) or len(plain) < 12:
            raise falcon.HTTPUnprocessableEntity(title="login and a longer password needed")
        account = Account(login=login)
        account.set_password(plain)
        try:
            account.save(force_insert=True)
        except IntegrityError:
            raise falcon.HTTPConflict(title="login is taken")
        resp.status = falcon.HTTP_201
