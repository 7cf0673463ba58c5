import json
import os

from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes
from Crypto.Util.Padding import pad

KEY = bytes.fromhex(os.environ["TOKEN_KEY"])


def encrypt(claims: dict) -> bytes:
    data = pad(json.dumps(claims).encode(), AES.block_size)
    prefix = get_random_bytes(16)
    cipher = AES.new(KEY, AES.MODE_GCM, nonce=prefix)
    sealed, tag = cipher.encrypt_and_digest(data)
    return prefix + tag + sealed
