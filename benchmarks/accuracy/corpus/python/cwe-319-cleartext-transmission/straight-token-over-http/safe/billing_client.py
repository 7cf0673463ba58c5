import os

import requests

API = "https://billing.example.com/v2"


def charge(customer: int, cents: int) -> str:
    answer = requests.post(
        f"{API}/charges",
        json={"customer": customer, "amount": cents},
        headers={"Authorization": "Bearer " + os.environ["BILLING_TOKEN"]},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["id"]


if __name__ == "__main__":
    print(charge(42, 1999))
