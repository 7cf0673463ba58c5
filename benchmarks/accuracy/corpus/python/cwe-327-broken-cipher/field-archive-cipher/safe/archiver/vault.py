import os
from base64 import b64decode
from pathlib import Path

from Crypto.Cipher import ChaCha20_Poly1305
from Crypto.Random import get_random_bytes


class Vault:
    """Encrypts exports before they go to the off-site bucket."""

    def __init__(self, key=None):
        self._key = key or b64decode(os.environ["ARCHIVE_KEY"])
        self.sealed = 0

    def _seal(self, data):
        nonce = get_random_bytes(12)
        cipher = ChaCha20_Poly1305.new(key=self._key, nonce=nonce)
        return nonce + b"".join(cipher.encrypt_and_digest(data))

    def seal_file(self, path):
        source = Path(path)
        target = source.with_suffix(source.suffix + ".sealed")
        target.write_bytes(self._seal(source.read_bytes()))
        self.sealed += 1
        return target
