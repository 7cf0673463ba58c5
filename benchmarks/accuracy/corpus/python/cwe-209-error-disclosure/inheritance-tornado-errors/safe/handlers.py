import tornado.web


class Base(tornado.web.RequestHandler):
    def write_error(self, status_code, **kwargs):
        self.set_header("Content-Type", "text/plain")
        self.finish("\n".join(str(part) for part in (status_code, self._reason)))


class Document(Base):
    def get(self, number):
        with open("/srv/private/documents/%04d.txt" % int(number), encoding="utf-8") as source:
            self.write(source.read())


application = tornado.web.Application([(r"/documents/(\d{1,4})", Document)])
