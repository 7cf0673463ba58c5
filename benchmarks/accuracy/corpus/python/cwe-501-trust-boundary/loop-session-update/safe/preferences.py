from django.contrib.auth.decorators import login_required
from django.http import HttpResponseForbidden, JsonResponse

PREFERENCES = {"theme", "density", "start_page"}


@login_required
def save(request):
    for key, value in request.POST.items():
        if key in PREFERENCES:
            request.session[key] = value
    return JsonResponse({"saved": True})


@login_required
def approve(request):
    if not request.session.get("approver"):
        return HttpResponseForbidden()
    return JsonResponse({"approved": request.POST["order"]})
