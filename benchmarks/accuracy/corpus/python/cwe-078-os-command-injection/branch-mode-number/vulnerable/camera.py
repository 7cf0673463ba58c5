import os

import tornado.web


class CameraHandler(tornado.web.RequestHandler):
    def post(self):
        exposure = self.get_body_argument("exposure", "auto")
        if exposure == "auto":
            value = "0"
        elif exposure.isdigit():
            value = exposure
        else:
            value = exposure
        status = os.system("v4l2-ctl --set-ctrl=exposure_time=" + value)
        self.write({"exposure": value, "done": status == 0})


application = tornado.web.Application([(r"/camera", CameraHandler)])
