import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Channel:
    def __init__(self, key: bytes, name: str):
        self._aead = AESGCM(key)
        self._name = name.encode()

    def _nonce(self) -> bytes:
        return os.urandom(12)

    def send(self, text: str) -> bytes:
        nonce = self._nonce()
        return nonce + self._aead.encrypt(nonce, text.encode(), self._name)

    def receive(self, frame: bytes) -> str:
        return self._aead.decrypt(frame[:12], frame[12:], self._name).decode()
