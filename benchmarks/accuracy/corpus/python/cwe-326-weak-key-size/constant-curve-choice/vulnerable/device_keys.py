from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

CURVES = {192: ec.SECP192R1, 256: ec.SECP256R1, 384: ec.SECP384R1}
BASE_BITS = 64


class DeviceKey:
    bits = BASE_BITS * 3

    def __init__(self):
        self.private = ec.generate_private_key(CURVES[self.bits]())

    def sign(self, reading: bytes) -> bytes:
        return self.private.sign(reading, ec.ECDSA(hashes.SHA256()))
