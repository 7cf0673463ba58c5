import os

from Crypto.Cipher import AES, DES3, ChaCha20_Poly1305
from flask import Flask, request

app = Flask(__name__)
KEY = bytes.fromhex(os.environ["EXPORT_KEY"])


def seal(data, profile):
    if profile == "mobile":
        cipher = ChaCha20_Poly1305.new(key=KEY)
    elif profile == "partner":
        cipher = DES3.new(KEY[:24], DES3.MODE_EAX)
    else:
        cipher = AES.new(KEY, AES.MODE_GCM)
    sealed, tag = cipher.encrypt_and_digest(data)
    return cipher.nonce + tag + sealed


@app.post("/export/<profile>")
def export(profile):
    return seal(request.get_data(), profile), {"Content-Type": "application/octet-stream"}
