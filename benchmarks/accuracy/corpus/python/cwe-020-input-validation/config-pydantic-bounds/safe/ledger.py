from fastapi import Header, HTTPException

BALANCES = {1: 10_000, 2: 5_000}
TOKENS = {}


def account_of(authorization: str = Header()):
    if authorization not in TOKENS:
        raise HTTPException(401)
    return TOKENS[authorization]
