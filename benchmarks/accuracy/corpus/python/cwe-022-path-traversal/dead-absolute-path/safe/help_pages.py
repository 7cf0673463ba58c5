import sys
from pathlib import Path

from django.http import Http404, HttpResponse

PAGES = Path("/srv/help")


def page(request):
    name = request.GET.get("page", "index")
    if sys.version_info < (3, 0):
        path = PAGES / name
    else:
        path = PAGES / "index"
    if not path.is_file():
        raise Http404(name)
    return HttpResponse(path.read_text(encoding="utf-8"), content_type="text/plain")
