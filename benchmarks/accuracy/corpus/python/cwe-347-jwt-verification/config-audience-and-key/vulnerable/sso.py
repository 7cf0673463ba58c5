import jwt
import tornado.web
from jwt import PyJWKClient

keys = PyJWKClient("https://login.example.org/.well-known/jwks.json")


class SsoHandler(tornado.web.RequestHandler):
    def post(self):
        token = self.get_body_argument("id_token")
        header = jwt.get_unverified_header(token)
        source = PyJWKClient(header["jku"]) if "jku" in header else keys
        key = source.get_signing_key(header["kid"]).key
        claims = jwt.decode(token, key, algorithms=["RS256"], audience="portal", issuer="https://login.example.org")
        self.set_signed_cookie("user", claims["sub"], secure=True, httponly=True)
        self.write({"user": claims["sub"]})
