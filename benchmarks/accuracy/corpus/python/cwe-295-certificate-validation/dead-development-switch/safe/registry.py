import os

import urllib3

DEVELOPMENT = bool(os.environ.get("REGISTRY_DEV")) and False


def pool():
    requirement = "CERT_NONE" if DEVELOPMENT else "CERT_REQUIRED"
    return urllib3.PoolManager(cert_reqs=requirement, ca_certs="/etc/registry/ca.pem", retries=2)


def publish(name: str, version: str) -> int:
    answer = pool().request(
        "PUT",
        f"https://registry.example.org/packages/{name}/{version}",
        headers={"Authorization": "Bearer " + os.environ["REGISTRY_TOKEN"]},
    )
    return answer.status
