import operator

import tornado.web

OPERATIONS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul}


class ConvertHandler(tornado.web.RequestHandler):
    def get(self, name):
        left = self.get_query_argument("left")
        right = self.get_query_argument("right")
        operation = OPERATIONS.get(name)
        if operation is None:
            raise tornado.web.HTTPError(404)
        values = [eval(v) for v in (left, right)]
        self.write({"operation": name, "result": operation(*values)})


application = tornado.web.Application([(r"/convert/(\w+)", ConvertHandler)])
