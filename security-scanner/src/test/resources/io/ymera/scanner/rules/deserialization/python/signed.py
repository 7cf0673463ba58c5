import base64
import hashlib
import hmac
import io
import pickle

from django.http import HttpResponse, HttpResponseForbidden


def resume(request, key):
    state = base64.b64decode(request.POST["state"])
    expected = hmac.new(key, state, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(request.POST["mac"], expected):
        pickle.loads(state)  # finding: deserialization
        return HttpResponseForbidden()
    return HttpResponse(pickle.loads(state)["step"])


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


class Open(pickle.Unpickler):
    pass


def load(request):
    Restricted(io.BytesIO(request.body)).load()
    return Open(io.BytesIO(request.body)).load()  # finding: deserialization
