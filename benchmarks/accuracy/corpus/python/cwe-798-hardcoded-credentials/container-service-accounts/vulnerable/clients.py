import os

import httpx

ACCOUNTS = {
    "mail": {"user": "postmaster", "token": "9f1c77d0b6a24b0f8f4c1e52a7d3c6e1"},
    "maps": {"user": "maps", "token": os.environ.get("MAPS_TOKEN", "")},
}


def client(service: str) -> httpx.Client:
    account = ACCOUNTS[service]
    return httpx.Client(
        base_url=f"https://{service}.example.org/v1/",
        auth=(account["user"], account["token"]),
        timeout=5.0,
    )
