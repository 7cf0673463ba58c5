import os, json
# --- bottle
from bottle import request, route, get, post, Bottle
@route("/x/<name>")
def b1(name):
    os.system(name)  # finding: command-injection
@post("/x")
def b2():
    os.system(request.forms.get("a"))  # finding: command-injection
    os.system(request.forms.a)  # finding: command-injection
    os.system(request.json["x"])  # finding: command-injection
    os.system(request.files.get("f").filename)  # finding: command-injection
    os.system(request.query.q)  # finding: command-injection
    os.system(request.query_string)  # finding: command-injection
    os.system(request.get_header("x"))  # finding: command-injection
    os.system(request.params.getunicode("x"))  # finding: command-injection
    os.system(request.body.read().decode())  # finding: command-injection
    os.system(request.urlparts.query)  # finding: command-injection
# --- cherrypy
import cherrypy
class Root:
    @cherrypy.expose
    def index(self, name):
        os.system(name)  # finding: command-injection
    @cherrypy.expose
    @cherrypy.tools.json_in()
    def j(self):
        os.system(cherrypy.request.json["a"])  # finding: command-injection
        os.system(cherrypy.request.params["a"])  # finding: command-injection
        os.system(cherrypy.request.headers["a"])  # finding: command-injection
    @cherrypy.expose
    def default(self, *args, **kwargs):
        os.system(args[0])  # finding: command-injection
        os.system(kwargs["x"])  # finding: command-injection
@cherrypy.expose
class Api:
    def GET(self, name):
        os.system(name)
# --- litestar
from litestar import Litestar, get as lget, post as lpost, Controller, Request
@lget("/x/{name:str}")
async def l1(name: str) -> str:
    os.system(name)  # finding: command-injection
@lpost("/x")
async def l2(data: dict) -> None:
    os.system(data["a"])  # finding: command-injection
class LC(Controller):
    @lget("/y")
    async def m(self, q: str, request: Request) -> str:
        os.system(q)  # finding: command-injection
        os.system(request.query_params["z"])  # finding: command-injection
        return ""
# --- starlette
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.requests import Request as SR
from starlette.websockets import WebSocket
class SE(HTTPEndpoint):
    async def get(self, request):
        os.system(request.path_params["x"])  # finding: command-injection
        os.system(request.query_params.get("x"))  # finding: command-injection
    async def post(self, request):
        f = await request.form()
        os.system(f["x"])  # finding: command-injection
        os.system(f["u"].filename)  # finding: command-injection
        os.system((await request.body()).decode())  # finding: command-injection
class SW(WebSocketEndpoint):
    async def on_receive(self, websocket, data):
        os.system(data)  # finding: command-injection
async def sw(websocket: WebSocket):
    async for t in websocket.iter_text():
        os.system(t)  # finding: command-injection
    os.system((await websocket.receive_json())["x"])  # finding: command-injection
    os.system(websocket.query_params["t"])  # finding: command-injection
    async for j in websocket.iter_json():
        os.system(j["x"])  # finding: command-injection
async def sraw(scope, receive, send):
    os.system(scope["path"])  # finding: command-injection
    m = await receive()
    os.system(m["body"].decode())  # finding: command-injection
# --- fastapi
from fastapi import FastAPI, APIRouter, Depends, Query, Body, Header, UploadFile, WebSocket as FW, Form, Request as FR, File
from pydantic import BaseModel
from typing import Annotated, Optional, List
api = FastAPI()
class Item(BaseModel):
    name: str
    tags: list[str] = []
    n: int
@api.post("/i")
def f1(item: Item):
    os.system(item.name)  # finding: command-injection
    os.system(item.tags[0])  # finding: command-injection
    os.system(str(item.n))
    os.system(item.model_dump()["name"])  # finding: command-injection
    os.system(item.dict()["name"])  # finding: command-injection
@api.get("/i/{x}")
def f2(x: str, q: Annotated[str | None, Query()] = None, h: str = Header(None)):
    os.system(x)  # finding: command-injection
    os.system(q)  # finding: command-injection
    os.system(h)  # finding: command-injection
class Params:
    def __init__(self, q: str = ""):
        self.q = q
@api.get("/j")
def f3(p: Params = Depends()):
    os.system(p.q)  # finding: command-injection
def dep(token: str):
    return token
@api.get("/k")
def f4(t: str = Depends(dep)):
    os.system(t)  # finding: command-injection
@api.post("/u")
async def f5(file: UploadFile, files: List[UploadFile] = File(...)):
    os.system(file.filename)  # finding: command-injection
    for f in files:
        os.system(f.filename)  # finding: command-injection
@api.websocket("/ws")
async def f6(ws: FW):
    await ws.accept()
    d = await ws.receive_text()
    os.system(d)  # finding: command-injection
@api.post("/raw")
async def f7(request: FR):
    os.system((await request.json())["a"])  # finding: command-injection
    os.system(request.headers["x"])  # finding: command-injection
    os.system(request.client.host)
@api.post("/items")
def f8(items: list[Item]):
    for i in items:
        os.system(i.name)  # finding: command-injection
@api.middleware("http")
async def mw(request, call_next):
    os.system(request.headers.get("x"))  # finding: command-injection
    return await call_next(request)
class NestedItem(BaseModel):
    inner: Item
@api.put("/n")
def f9(body: NestedItem):
    os.system(body.inner.name)  # finding: command-injection
