from types import SimpleNamespace

from django.http import JsonResponse
from django.views.decorators.http import require_POST


@require_POST
def condition(request):
    source = request.POST["condition"]
    order = SimpleNamespace(total=float(request.POST["total"]), country="CH")
    names = {"total": order.total, "country": order.country}
    if source in ("", "always"):
        return JsonResponse({"result": True})
    result = eval(compile(source, "<condition>", "eval"), {}, names)
    return JsonResponse({"result": bool(result)})
