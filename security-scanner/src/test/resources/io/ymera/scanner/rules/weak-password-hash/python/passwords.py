import hashlib
import os

import bcrypt


def store(password):
    hashlib.sha256(password.encode()).hexdigest()  # finding: weak-password-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), os.urandom(16), 1000)  # finding: weak-password-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", 600000)  # finding: weak-password-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), os.urandom(16), 600000)
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt())
