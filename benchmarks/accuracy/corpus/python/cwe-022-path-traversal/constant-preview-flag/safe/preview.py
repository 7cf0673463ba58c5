import tornado.web

PREVIEW_LEVEL = 1 + 1
PAGES = "/srv/site/pages/"


class PageHandler(tornado.web.RequestHandler):
    def get(self):
        page = self.get_argument("page")
        if PREVIEW_LEVEL % 2 == 1:
            source = PAGES + page
        else:
            source = PAGES + "index.html"
        with open(source, encoding="utf-8") as text:
            self.finish(text.read())


application = tornado.web.Application([(r"/page", PageHandler)])
