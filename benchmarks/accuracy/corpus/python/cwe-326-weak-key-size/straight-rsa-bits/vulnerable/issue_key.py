import os

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def create(name: str) -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    protection = serialization.BestAvailableEncryption(os.environ["KEY_PASSWORD"].encode())
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, protection
    )


if __name__ == "__main__":
    print(create("device").decode())
