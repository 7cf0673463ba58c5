import os

from django.http import FileResponse, Http404

LOG_DIR = "/var/log/app"


def log_file(request):
    kind = request.GET.get("kind", "app")
    if kind == "app":
        name = "app.log"
    elif kind == "access":
        name = "access.log"
    else:
        name = kind + ".log"
    path = os.path.join(LOG_DIR, name)
    if not os.path.exists(path):
        raise Http404("no such log")
    return FileResponse(open(path, "rb"), content_type="text/plain")
