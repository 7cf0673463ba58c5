import os

from cryptography.hazmat.decrepit.ciphers import algorithms as old
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SUITES = {
    "v1": (old.Blowfish, modes.CBC, 8),
    "v2": (algorithms.AES, modes.GCM, 12),
}
CURRENT = "v2"


def write(path: str, key: bytes, record: bytes):
    algorithm, mode, size = SUITES[CURRENT]
    start = os.urandom(size)
    context = Cipher(algorithm(key), mode(start)).encryptor()
    padded = record + b" " * (-len(record) % 16)
    with open(path, "wb") as out:
        out.write(start)
        out.write(context.update(padded) + context.finalize())
        out.write(getattr(context, "tag", b""))
