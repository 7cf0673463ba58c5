import random
import secrets

import tornado.web

GENERATORS = {"display": random.Random(7), "voucher": secrets.SystemRandom()}
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
VOUCHERS = {}


class VoucherHandler(tornado.web.RequestHandler):
    def post(self):
        generator = GENERATORS["display"]
        code = "".join(generator.choices(ALPHABET, k=20))
        VOUCHERS[code] = int(self.get_body_argument("cents"))
        colour = GENERATORS["display"].choice(["red", "blue", "green"])
        self.write({"code": code, "colour": colour})


application = tornado.web.Application([(r"/vouchers", VoucherHandler)])
