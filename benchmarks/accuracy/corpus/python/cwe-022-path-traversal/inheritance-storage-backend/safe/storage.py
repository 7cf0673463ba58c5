import hashlib
from pathlib import Path


class Storage:
    root = Path("/srv/blobs")

    def locate(self, key):
        return self.root / key

    def get(self, key):
        return self.locate(key).read_bytes()


class HashedStorage(Storage):
    def locate(self, key):
        return self.root / hashlib.sha256(key.encode()).hexdigest()


class TenantStorage(Storage):
    def __init__(self, tenant):
        self.root = Storage.root / tenant
