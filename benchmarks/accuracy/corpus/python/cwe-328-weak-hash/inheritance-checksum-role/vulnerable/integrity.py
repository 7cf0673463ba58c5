import hashlib


class Checksum:
    def algorithm(self):
        return hashlib.md5

    def cache_key(self, name: str) -> str:
        return hashlib.new("md5", name.encode(), usedforsecurity=False).hexdigest()

    def stamp(self, key: bytes, document: bytes) -> str:
        return self.algorithm()(key + document).hexdigest()


class ContractChecksum(Checksum):
    def cache_key(self, name: str) -> str:
        return "contract-" + super().cache_key(name)


def sign_contract(key: bytes, path: str) -> str:
    with open(path, "rb") as source:
        return ContractChecksum().stamp(key, source.read())
