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
        raise Http404("no such log")
    path = os.path.join(LOG_DIR, name)
    return FileResponse(open(path, "rb"), content_type="text/plain")
