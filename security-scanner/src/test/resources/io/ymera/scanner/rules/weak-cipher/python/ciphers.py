import os

from Crypto.Cipher import AES, DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, data):
    DES.new(key, DES.MODE_CBC, os.urandom(8))  # finding: weak-cipher
    AES.new(key, AES.MODE_ECB)  # finding: weak-cipher
    AES.new(key, AES.MODE_GCM)
    Cipher(algorithms.AES(key), modes.ECB())  # finding: weak-cipher
    Cipher(algorithms.ARC4(key), None)  # finding: weak-cipher
    Cipher(algorithms.AES(key), modes.GCM(os.urandom(12)))
