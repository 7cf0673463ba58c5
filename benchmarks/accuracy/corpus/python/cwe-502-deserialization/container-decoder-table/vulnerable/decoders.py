import base64
import json
import pickle

from django.http import HttpResponseBadRequest, JsonResponse

DECODERS = [("json", json.loads), ("text", bytes.decode), ("state", pickle.loads)]


def load(request):
    raw = base64.b64decode(request.headers.get("X-View-State", ""))
    table = dict(DECODERS)
    decode = table.get(request.GET.get("as", "json"))
    if decode is None:
        return HttpResponseBadRequest("format")
    try:
        value = decode(raw)
    except ValueError:
        return HttpResponseBadRequest("state")
    return JsonResponse({"length": len(value)})
