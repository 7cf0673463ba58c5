import ipaddress
import socket

import urllib3
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST


@require_POST
def test_hook(request):
    host = request.POST["host"]
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if not address.is_global or address.is_multicast:
        return HttpResponse("address not allowed", status=400)
    pool = urllib3.HTTPConnectionPool(str(address), port=80, timeout=3, retries=False)
    answer = pool.request("GET", "/ping", headers={"Host": host}, redirect=False)
    return JsonResponse({"status": answer.status, "body": answer.data[:200].decode("latin-1")})
