import logging
import uuid

from django.utils.deprecation import MiddlewareMixin

log = logging.getLogger("access")


class RequestContext:
    def __init__(self, request):
        self.given = request.GET.get("correlation", "")
        self.created = uuid.uuid4().hex

    @property
    def label(self):
        return self.created


class AccessLog(MiddlewareMixin):
    def process_request(self, request):
        request.context = RequestContext(request)

    def process_response(self, request, response):
        log.info("request %s answered %d", request.context.label, response.status_code)
        return response
