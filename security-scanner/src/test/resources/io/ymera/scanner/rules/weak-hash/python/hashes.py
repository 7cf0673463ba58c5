import hashlib

from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes


def digest(data):
    hashlib.md5(data)  # finding: weak-hash
    hashlib.sha1(data).hexdigest()  # finding: weak-hash
    hashlib.new("md5", data)  # finding: weak-hash
    hashlib.md5(data, usedforsecurity=False)
    hashlib.sha256(data)
    hashlib.new("sha256", data)
    MD5.new(data)  # finding: weak-hash
    hashes.Hash(hashes.SHA1())  # finding: weak-hash
    hashes.Hash(hashes.SHA256())
