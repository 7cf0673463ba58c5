import sanic, aiohttp, tornado.web, falcon, flask, http.cookies
from sanic.response import empty, json as sjson
from aiohttp import web
from aiohttp_session import setup
from aiohttp_session.cookie_storage import EncryptedCookieStorage
from aiohttp_session import SimpleCookieStorage
from aiohttp_session.redis_storage import RedisStorage
from pyramid.session import SignedCookieSessionFactory, JSONSerializer
from pyramid.authentication import AuthTktAuthenticationPolicy
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware import Middleware
async def s(request):
    r = empty()
    r.add_cookie("session", "x", secure=False, httponly=True)  # finding: insecure-cookie
    r.add_cookie("session", "x", secure=True, httponly=True)
    r.add_cookie("session", "x", httponly=False)  # finding: cookie-http-only
    r.add_cookie("session", "x")  # finding: cookie-http-only
    r.cookies["session"] = "x"
    r.cookies["session"]["secure"] = False  # finding: insecure-cookie
    r.cookies["session"]["httponly"] = False  # finding: cookie-http-only
    r.cookies.add_cookie("session", "x", secure=False, httponly=True)  # finding: insecure-cookie
    return r
def a(app, key):
    setup(app, EncryptedCookieStorage(key, secure=True, httponly=False))  # finding: cookie-http-only
    setup(app, EncryptedCookieStorage(key, httponly=True))  # finding: insecure-cookie
    setup(app, EncryptedCookieStorage(key, secure=True, httponly=True, samesite="Lax"))
    setup(app, RedisStorage(key, secure=True, httponly=False))  # finding: cookie-http-only
    setup(app, RedisStorage(key, cookie_name="x"))  # finding: insecure-cookie
async def a2(request):
    r = web.Response()
    r.set_cookie("session", "x")  # finding: cookie-http-only, insecure-cookie
    r.set_cookie("session", "x", secure=True, httponly=True, samesite="None")  # finding: cookie-same-site
    r.set_cookie("session", "x", secure=True, httponly=True, samesite="Lax")
    r.set_cookie("lang", "x")
    return r
def p():
    SignedCookieSessionFactory("s" + x, secure=True, httponly=False)  # finding: cookie-http-only
    SignedCookieSessionFactory(x, secure=True)  # finding: cookie-http-only
    SignedCookieSessionFactory(x, secure=True, httponly=True)
    SignedCookieSessionFactory(x, httponly=True)  # finding: insecure-cookie
    AuthTktAuthenticationPolicy(x, secure=True, http_only=False, hashalg="sha512")  # finding: cookie-http-only
    AuthTktAuthenticationPolicy(x, secure=True, http_only=True, hashalg="sha512")
    AuthTktAuthenticationPolicy(x, secure=True, http_only=True, hashalg="md5")  # finding: weak-hash
def st(app):
    app.add_middleware(SessionMiddleware, secret_key=k, https_only=False)  # finding: insecure-cookie
    app.add_middleware(SessionMiddleware, secret_key=k, https_only=True)
    app.add_middleware(SessionMiddleware, secret_key=k)  # finding: insecure-cookie
    app.add_middleware(SessionMiddleware, secret_key=k, https_only=True, same_site="none")  # finding: cookie-same-site
    Middleware(SessionMiddleware, secret_key=k, https_only=True)
class F:
    def on_get(self, req, resp):
        resp.set_cookie("session", "x", secure=False)  # finding: insecure-cookie
        resp.set_cookie("session", "x", http_only=False)  # finding: cookie-http-only
        resp.set_cookie("session", "x")
class T(tornado.web.RequestHandler):
    def get(self):
        self.set_secure_cookie("session", "x")  # finding: cookie-http-only, insecure-cookie
        self.set_secure_cookie("session", "x", secure=True, httponly=True)
        self.set_cookie("session", "x", secure=True, httponly=True, samesite="None")  # finding: cookie-same-site
def c():
    c = http.cookies.SimpleCookie()
    c["session"] = "x"
    c["session"]["httponly"] = False  # finding: cookie-http-only
    c["session"]["secure"] = False  # finding: insecure-cookie
def fl(app):
    app.config["SESSION_COOKIE_SECURE"] = False  # finding: insecure-cookie
    app.config.update(SESSION_COOKIE_HTTPONLY=False)  # finding: cookie-http-only
    app.config.update({"SESSION_COOKIE_HTTPONLY": False})  # finding: cookie-http-only
    app.config.from_mapping(SESSION_COOKIE_SECURE=False)  # finding: insecure-cookie
    app.config["SESSION_COOKIE_SAMESITE"] = "None"  # finding: cookie-same-site
    app.config["REMEMBER_COOKIE_SECURE"] = False  # finding: insecure-cookie
    app.config["JWT_COOKIE_SECURE"] = False  # finding: insecure-cookie
    app.config["JWT_COOKIE_CSRF_PROTECT"] = False  # finding: csrf-disabled
class Config:
    SESSION_COOKIE_SECURE = False  # finding: insecure-cookie
    SESSION_COOKIE_HTTPONLY = False  # finding: cookie-http-only
import cherrypy
cherrypy.config.update({"tools.sessions.secure": False})  # finding: insecure-cookie
cherrypy.config.update({"tools.sessions.httponly": False})  # finding: cookie-http-only
from fastapi import Response
def fa(response: Response):
    response.set_cookie(key="session", value="x", httponly=True)  # finding: insecure-cookie
    response.set_cookie(key="session", value="x", httponly=True, secure=True, samesite="strict")
    response.set_cookie("session_id", "x", httponly=True, secure=True, samesite="none")  # finding: cookie-same-site
from bottle import response as br
def b():
    br.set_cookie("session", "x", secret="k" + x)  # finding: cookie-http-only, insecure-cookie
    br.set_cookie("session", "x", secure=True, httponly=True, samesite="lax")
from quart import Quart
q = Quart(__name__)
q.config["QUART_AUTH_COOKIE_SECURE"] = False  # finding: insecure-cookie
from litestar.datastructures import Cookie
def l():
    Cookie(key="session", value="x", httponly=False, secure=True)  # finding: cookie-http-only
    Cookie(key="session", value="x", httponly=True, secure=True)
from webob import Response as WR
def w():
    r = WR()
    r.set_cookie("session", "x", secure=True, httponly=False)  # finding: cookie-http-only
