import json
import logging
from datetime import datetime, timezone

audit_log = logging.getLogger("audit")


def audit_line(event, actor, device):
    stamp = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return json.dumps({"at": stamp, "event": event, "actor": actor, "device": device})


class AuditMiddleware:
    """Writes one line per state change into the audit file."""

    METHODS = {"POST": "create", "PUT": "replace", "PATCH": "change", "DELETE": "remove"}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        event = self.METHODS.get(request.method)
        if event and response.status_code < 400 and request.user.is_authenticated:
            device = request.POST.get("device_name") or "unnamed"
            audit_log.info(audit_line(event, request.user.pk, device))
        return response
