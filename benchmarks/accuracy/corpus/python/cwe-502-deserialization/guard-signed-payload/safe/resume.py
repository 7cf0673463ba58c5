import base64
import hashlib
import hmac
import os
import pickle

from django.http import HttpResponse, HttpResponseForbidden

KEY = os.environ["STATE_KEY"].encode()


def resume(request):
    state = base64.b64decode(request.POST["state"])
    given = request.POST["mac"]
    expected = hmac.new(KEY, state, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given, expected):
        return HttpResponseForbidden()
    progress = pickle.loads(state)
    return HttpResponse(f"step {progress['step']} of {progress['steps']}")
