from django.http import HttpResponse
from django.utils.html import escape

BANNERS = {"maintenance": "Back at noon", "sale": "Everything must go"}
SHOW_UNKNOWN = len(BANNERS) > 2


def banner(request):
    key = request.GET.get("banner", "sale")
    text = BANNERS.get(key)
    if text is None:
        text = key if SHOW_UNKNOWN else escape(key)
    return HttpResponse("<div class='banner'>" + text + "</div>")
