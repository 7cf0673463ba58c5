from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.html import escape


@dataclass
class Problem:
    title: str
    detail: str

    def as_html(self):
        return f"<h1>{self.title}</h1><p>{self.detail}</p>"


def not_found(request, exception=None):
    where = escape(request.GET.get("from", request.path))
    problem = Problem(title="Not found", detail="No page at " + where)
    response = HttpResponse(problem.as_html(), status=404)
    response["X-Detail-Length"] = str(len(where))
    return response
