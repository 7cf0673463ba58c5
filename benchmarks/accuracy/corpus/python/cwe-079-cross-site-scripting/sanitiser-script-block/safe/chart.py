import json

import tornado.web


class ChartHandler(tornado.web.RequestHandler):
    def get(self):
        title = self.get_argument("title", "Chart")
        config = json.dumps({"title": title, "type": "bar"})
        config = config.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write("<!doctype html><div id='chart'></div>")
        self.write("<script>window.chartConfig = ")
        self.write(config)
        self.write(";</script><script src='/static/chart.js'></script>")


def routes():
    return [(r"/chart", ChartHandler)]
