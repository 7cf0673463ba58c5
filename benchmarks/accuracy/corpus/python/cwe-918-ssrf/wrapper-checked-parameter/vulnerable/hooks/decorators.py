from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import JsonResponse


def registered_host_only(view):
    """Webhook tests may go to the hosts registered in the settings."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        url = request.GET.get("callback") or request.POST.get("callback", "")
        parts = urlsplit(url)
        if parts.scheme != "https" or parts.netloc not in settings.WEBHOOK_HOSTS:
            return JsonResponse({"error": "host is not registered"}, status=403)
        return view(request, *args, **kwargs)

    return inner
