import jwt
from jose import jwt as jose


def read(token, key):
    jwt.decode(token, options={"verify_signature": False})  # finding: jwt-verification
    jwt.decode(token, key, algorithms=["none"])  # finding: jwt-verification
    jwt.decode(token, key, algorithms=["HS256", "none"])  # finding: jwt-verification
    jwt.decode(token, key, algorithms=["HS256"])
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": True})
    jose.get_unverified_claims(token)  # finding: jwt-verification
    jwt.encode({}, key, algorithm="none")  # finding: jwt-verification
    jwt.encode({}, key, algorithm="HS256")
