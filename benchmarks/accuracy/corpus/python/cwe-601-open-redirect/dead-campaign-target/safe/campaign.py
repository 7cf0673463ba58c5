import tornado.web

CAMPAIGNS = {"spring": "/offers/spring", "autumn": "/offers/autumn"}


class CampaignHandler(tornado.web.RequestHandler):
    def get(self):
        name = self.get_query_argument("name", "spring")
        target = CAMPAIGNS.get(name)
        if target is None:
            target = "/"
        elif len(name) > 40:
            target = self.get_query_argument("target", "/")
        self.redirect(target)


application = tornado.web.Application([(r"/campaign", CampaignHandler)])
