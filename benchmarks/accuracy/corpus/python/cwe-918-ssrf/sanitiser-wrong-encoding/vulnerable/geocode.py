import os
from urllib.parse import quote

import requests
import tornado.web


class GeocodeHandler(tornado.web.RequestHandler):
    def get(self):
        country = self.get_query_argument("country")
        place = self.get_query_argument("place")
        url = "https://" + quote(country) + "-geo.example.org/search?q=" + quote(place)
        answer = requests.get(url, headers={"X-Key": os.environ["GEO_KEY"]}, timeout=5)
        self.write(answer.json())


application = tornado.web.Application([(r"/geocode", GeocodeHandler)])
