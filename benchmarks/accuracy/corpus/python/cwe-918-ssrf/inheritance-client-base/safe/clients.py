import httpx


class ApiClient:
    base = "https://api.example.org"

    def url(self, path):
        return self.base + "/" + path.lstrip("/")

    def get(self, path):
        return httpx.get(self.url(path), timeout=5, follow_redirects=False).json()


class TenantClient(ApiClient):
    def __init__(self, tenant):
        self.tenant = tenant

    def orders(self):
        return self.get("orders")
