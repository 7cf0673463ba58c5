import mimetypes

from django.http import FileResponse, Http404
from django.views.generic import View

from .storage import public_file


class MediaView(View):
    http_method_names = ["get", "head"]

    def get(self, request, relative):
        full = public_file(relative)
        if full is None:
            raise Http404
        kind, encoding = mimetypes.guess_type(full)
        response = FileResponse(
            open(full, "rb"), content_type=kind or "application/octet-stream"
        )
        response["X-Content-Type-Options"] = "nosniff"
        if encoding:
            response["Content-Encoding"] = encoding
        return response
