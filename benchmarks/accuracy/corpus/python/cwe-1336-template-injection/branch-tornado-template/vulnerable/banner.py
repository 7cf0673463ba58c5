import tornado.template
import tornado.web

STOCK = "Sale: {{ percent }} percent off"


class BannerHandler(tornado.web.RequestHandler):
    def get(self):
        percent = int(self.get_argument("percent", "10"))
        custom = self.get_argument("text", "")
        if custom:
            source = custom + " ({{ percent }})"
        else:
            source = STOCK
        template = tornado.template.Template(source)
        self.write(template.generate(percent=percent))


application = tornado.web.Application([(r"/banner", BannerHandler)])
