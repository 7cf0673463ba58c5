import io

import falcon
import pycurl

TARGETS = {
    "website": "https://www.northwind.example/",
    "api": "https://api.northwind.example/health",
    "mail": "https://mail.northwind.example/",
}


class Probe:
    def on_get(self, req, resp):
        what = req.get_param("target", required=True)
        url = what if "://" in what else TARGETS.get(what)
        if url is None:
            raise falcon.HTTPNotFound()
        buf = io.BytesIO()
        curl = pycurl.Curl()
        curl.setopt(pycurl.URL, url)
        curl.setopt(pycurl.WRITEDATA, buf)
        curl.setopt(pycurl.TIMEOUT, 8)
        curl.setopt(pycurl.NOSIGNAL, 1)
        try:
            curl.perform()
            resp.media = {
                "status": curl.getinfo(pycurl.RESPONSE_CODE),
                "seconds": curl.getinfo(pycurl.TOTAL_TIME),
                "head": buf.getvalue()[:200].decode("latin-1"),
            }
        except pycurl.error as exc:
            raise falcon.HTTPBadGateway(title="probe failed", description=f"curl error {exc.args[0]}")
        finally:
            curl.close()


app = falcon.App()
app.add_route("/probe", Probe())
