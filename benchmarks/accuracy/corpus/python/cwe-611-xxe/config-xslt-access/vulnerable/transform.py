import io

import tornado.web
from lxml import etree

parser = etree.XMLParser(load_dtd=True, resolve_entities=True, dtd_validation=False)
style = etree.XSLT(etree.parse("/srv/styles/report.xsl"))


class TransformHandler(tornado.web.RequestHandler):
    def post(self):
        upload = self.request.files["report"][0]
        document = etree.parse(io.BytesIO(upload["body"]), parser)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(str(style(document)))


application = tornado.web.Application([(r"/transform", TransformHandler)])
