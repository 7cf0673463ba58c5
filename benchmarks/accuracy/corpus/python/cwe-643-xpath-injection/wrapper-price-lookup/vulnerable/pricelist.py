import functools

import falcon
from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@functools.lru_cache(maxsize=1)
def pricelist():
    return etree.parse("/srv/feeds/pricelist.xml", PARSER)


def first(path, **names):
    found = pricelist().xpath(path, **names)
    return found[0] if found else None


def price_of(article, dealer):
    return first(
        "/prices/dealer[@code='" + dealer + "']/article[@no='" + article + "']/net/text()"
    )


class PriceResource:
    def on_get(self, req, resp, article):
        dealer = req.context.dealer_code
        price = price_of(article, dealer)
        if price is None:
            raise falcon.HTTPNotFound()
        resp.media = {"article": article, "net": str(price)}


class DealerMiddleware:
    def process_request(self, req, resp):
        req.context.dealer_code = req.env.get("SSL_CLIENT_S_DN_OU")
        if not req.context.dealer_code:
            raise falcon.HTTPUnauthorized()


app = falcon.App(middleware=[DealerMiddleware()])
app.add_route("/prices/{article}", PriceResource())
