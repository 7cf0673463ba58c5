import hashlib
import hmac


class Checksum:
    def algorithm(self):
        return hashlib.md5

    def cache_key(self, name: str) -> str:
        return hashlib.new("md5", name.encode(), usedforsecurity=False).hexdigest()

    def stamp(self, key: bytes, document: bytes) -> str:
        return self.algorithm()(key + document).hexdigest()


class ContractChecksum(Checksum):
    def stamp(self, key: bytes, document: bytes) -> str:
        return hmac.new(key, document, hashlib.sha256).hexdigest()


def sign_contract(key: bytes, path: str) -> str:
    with open(path, "rb") as source:
        return ContractChecksum().stamp(key, source.read())
