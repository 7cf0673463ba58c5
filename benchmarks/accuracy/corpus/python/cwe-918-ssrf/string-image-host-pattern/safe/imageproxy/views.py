import re

import urllib3
from pyramid.config import Configurator
from pyramid.httpexceptions import HTTPBadGateway, HTTPBadRequest
from pyramid.response import Response
from pyramid.view import view_config

ALLOWED = re.compile(r"^https://(img|static)\.fjord-travel\.example/")
http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=3, read=10), retries=False)
TYPES = ("image/png", "image/jpeg", "image/webp")


@view_config(route_name="image", request_method="GET", http_cache=3600)
def image(request):
    src = request.params.get("src", "")
    if not ALLOWED.match(src):
        return HTTPBadRequest("unknown image source")
    try:
        upstream = http.request("GET", src, redirect=False)
    except urllib3.exceptions.HTTPError:
        return HTTPBadGateway("image source unreachable")
    if upstream.status != 200:
        return HTTPBadGateway("image source answered %d" % upstream.status)
    kind = upstream.headers.get("Content-Type", "").split(";")[0]
    if kind not in TYPES:
        kind = "application/octet-stream"
    return Response(body=upstream.data, content_type=kind)


def main(global_config, **settings):
    config = Configurator(settings=settings)
    config.add_route("image", "/image")
    config.scan(__name__)
    return config.make_wsgi_app()
