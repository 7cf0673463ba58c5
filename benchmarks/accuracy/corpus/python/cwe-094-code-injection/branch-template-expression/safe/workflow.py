from types import SimpleNamespace

from django.http import JsonResponse
from django.views.decorators.http import require_POST
from simpleeval import EvalWithCompoundTypes, InvalidExpression


@require_POST
def condition(request):
    source = request.POST["condition"]
    order = SimpleNamespace(total=float(request.POST["total"]), country="CH")
    names = {"total": order.total, "country": order.country}
    if source in ("", "always"):
        return JsonResponse({"result": True})
    try:
        result = EvalWithCompoundTypes(names=names, functions={}).eval(source)
    except (InvalidExpression, SyntaxError):
        return JsonResponse({"error": "condition"}, status=400)
    return JsonResponse({"result": bool(result)})
