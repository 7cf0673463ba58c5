import ipaddress
import socket
from urllib.parse import quote

import requests
from django.conf import settings


def a(request):
    requests.get(settings.API + request.GET["q"])
    requests.get(f"{settings.API}/items/{request.GET['q']}")
    requests.get(f"{settings.SCHEME}://{request.GET['q']}")  # finding: ssrf
    requests.get("https://" + quote(request.GET["q"]) + "-geo.example.org/")  # finding: ssrf
    requests.get("https://geo.example.org/" + quote(request.GET["q"]))


def b(request):
    host = request.GET["host"]
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if address.is_loopback:
        return None
    requests.get("http://" + str(address) + "/ping")  # finding: ssrf
    if address.is_private:
        return None
    requests.get("http://" + str(address) + "/ping")
    return requests.get("http://" + host + "/ping")
