import sqlite3

import tornado.ioloop
import tornado.web


class AccountHandler(tornado.web.RequestHandler):
    def initialize(self, path):
        self.path = path

    def get(self):
        given = self.get_query_argument("account")
        account = int(given)
        conn = sqlite3.connect(self.path)
        cursor = conn.execute(f"SELECT balance, currency FROM account WHERE id = {account}")
        row = cursor.fetchone()
        conn.close()
        if row is None:
            raise tornado.web.HTTPError(404)
        self.write({"balance": row[0], "currency": row[1]})


def make_app():
    return tornado.web.Application([(r"/account", AccountHandler, {"path": "bank.db"})])


if __name__ == "__main__":
    make_app().listen(8888)
    tornado.ioloop.IOLoop.current().start()
