import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

IV = b"\x00" * 16


def encrypt(key):
    AES.new(key, AES.MODE_CBC, b"0123456789abcdef")  # finding: static-iv
    AES.new(key, AES.MODE_CBC, iv=IV)  # finding: static-iv
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    Cipher(algorithms.AES(key), modes.CBC(b"0123456789abcdef"))  # finding: static-iv
    Cipher(algorithms.AES(key), modes.CBC(os.urandom(16)))
