from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa

RSA.generate(1024)  # finding: weak-key
RSA.generate(3072)
rsa.generate_private_key(public_exponent=65537, key_size=1024)  # finding: weak-key
rsa.generate_private_key(public_exponent=65537, key_size=2048)
