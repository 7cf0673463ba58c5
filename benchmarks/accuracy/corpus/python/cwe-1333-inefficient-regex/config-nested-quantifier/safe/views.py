from django.http import JsonResponse

from validators import MonitorForm


def create(request):
    form = MonitorForm(request.POST)
    return JsonResponse({"errors": form.errors}, status=200 if form.is_valid() else 400)
