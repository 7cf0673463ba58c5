from django.http import Http404, HttpResponse
from django.template import engines
from django.views.decorators.http import require_POST

PARTS = {"header", "footer", "contact"}


@require_POST
def part(request):
    engine = engines["jinja2"]
    source = request.POST.get("part", "")
    context = {"user": request.user}
    if source in PARTS:
        return HttpResponse(engine.get_template(f"parts/{source}.html").render(context))
    if not source:
        raise Http404("no such part")
    return HttpResponse(engine.from_string(source).render(context))
