import logging

import requests
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .decorators import registered_host_only

logger = logging.getLogger(__name__)


@login_required
@require_POST
@registered_host_only
def test_webhook(request):
    body = {"event": "ping", "account": request.user.pk}
    try:
        reply = requests.post(
            request.POST["callback"], json=body, timeout=5, allow_redirects=False
        )
    except requests.RequestException:
        logger.info("webhook test failed for account %s", request.user.pk)
        return JsonResponse({"delivered": False}, status=502)
    return JsonResponse({"delivered": reply.ok, "status": reply.status_code, "answer": reply.text[:500]})
