from django.http import JsonResponse
from django.views.decorators.http import require_GET


@require_GET
def parse_point(request):
    text = request.GET.get("point", "(0, 0)")
    try:
        x, y = eval(text)
    except (ValueError, SyntaxError, TypeError):
        return JsonResponse({"error": "not a point"}, status=400)
    return JsonResponse({"x": float(x), "y": float(y)})
