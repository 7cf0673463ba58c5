import os

import httpx

ACCOUNTS = {
    "mail": {"user": "postmaster", "token": os.environ.get("MAIL_TOKEN", "")},
    "maps": {"user": "maps", "token": os.environ.get("MAPS_TOKEN", "")},
}


def client(service: str) -> httpx.Client:
    account = ACCOUNTS[service]
    return httpx.Client(
        base_url=f"https://{service}.example.org/v1/",
        auth=(account["user"], account["token"]),
        timeout=5.0,
    )
