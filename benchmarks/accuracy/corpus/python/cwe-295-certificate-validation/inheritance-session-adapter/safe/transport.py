import ssl

import requests
from requests.adapters import HTTPAdapter


class PinnedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        context = ssl.create_default_context()
        context.load_verify_locations("/etc/api/ca.pem")
        kwargs["assert_hostname"] = "api.example.org"
        context.check_hostname = True
        kwargs["ssl_context"] = context
        return super().init_poolmanager(*args, **kwargs)


def session():
    created = requests.Session()
    created.mount("https://", PinnedAdapter(max_retries=2))
    return created


def rates():
    return session().get("https://api.example.org/rates", timeout=5).json()
