import random
import secrets
import string

ALPHABET = string.ascii_letters + string.digits


def new_token():
    return "".join(random.choice(ALPHABET) for _ in range(32))  # finding: insecure-random


def reset():
    token = random.randint(100000, 999999)  # finding: insecure-random
    password = "".join(random.choices(ALPHABET, k=12))  # finding: insecure-random
    session_key = new_token()  # finding: insecure-random
    other = secrets.token_hex(16)
    color = random.choice(["red", "green"])
    return token, password, session_key, other, color
