from django.http import JsonResponse

from clients import TenantClient


def orders(request):
    client = TenantClient(request.headers.get("X-Tenant", "main"))
    return JsonResponse({"orders": client.orders()})
