from django.http import JsonResponse

from models import Page


def search(request):
    found = Page.objects.search(request.GET.get("q", ""))
    return JsonResponse({"titles": [page.title for page in found[:20]]})
