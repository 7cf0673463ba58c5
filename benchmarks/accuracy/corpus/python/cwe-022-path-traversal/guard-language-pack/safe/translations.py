import gettext
import os
import re

from django.http import JsonResponse

LOCALES = "/srv/app/locales"


def messages(request):
    language = request.COOKIES.get("lang", "en")
    if re.fullmatch(r"[a-z]{2}", language) is None:
        language = "en"
    path = os.path.join(LOCALES, language)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as handle:
            return JsonResponse({"language": language, "messages": handle.read()})
    return JsonResponse({"language": language, "messages": gettext.gettext("none")})
