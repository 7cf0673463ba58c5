import uuid

from django.http import JsonResponse
from django.views.decorators.http import require_POST

from tasks import compress


@require_POST
def store(request):
    path = f"/srv/incoming/{uuid.uuid4().hex}"
    with open(path, "wb") as out:
        for chunk in request.FILES["file"].chunks():
            out.write(chunk)
    compress.delay(path, request.POST.get("level", "6"))
    return JsonResponse({"path": path}, status=202)
