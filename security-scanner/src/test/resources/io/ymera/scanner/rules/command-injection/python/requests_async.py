import os, json
# --- sanic
from sanic import Sanic, Blueprint
from sanic.views import HTTPMethodView
app = Sanic("x")
bp = Blueprint("b")
@app.get("/a/<name>")
async def s1(request, name):
    os.system(name)  # finding: command-injection
@bp.post("/x")
async def s2(request):
    os.system(request.json["a"])  # finding: command-injection
@app.route("/y")
async def s3(request):
    os.system(request.args.get("a"))  # finding: command-injection
@app.websocket("/feed")
async def s4(request, ws):
    data = await ws.recv()
    os.system(data)  # finding: command-injection
@app.websocket("/feed2")
async def s5(request, ws):
    async for msg in ws:
        os.system(msg)  # finding: command-injection
class V(HTTPMethodView):
    async def post(self, request, name):
        os.system(request.form.get("x"))  # finding: command-injection
        os.system(name)  # finding: command-injection
    async def get(self, request):
        os.system(request.headers["x-a"])  # finding: command-injection
# --- aiohttp
from aiohttp import web
routes = web.RouteTableDef()
@routes.get("/x")
async def a1(request):
    os.system(request.query["a"])  # finding: command-injection
async def a2(request: web.Request) -> web.Response:
    d = await request.json()
    os.system(d["a"])  # finding: command-injection
async def a3(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for msg in ws:
        os.system(msg.data)  # finding: command-injection
async def a4(request):
    reader = await request.multipart()
    field = await reader.next()
    os.system(field.filename)  # finding: command-injection
async def a5(request):
    reader = await request.multipart()
    async for part in reader:
        os.system(await part.text())  # finding: command-injection
class AV(web.View):
    async def get(self):
        os.system(self.request.query.get("x"))  # finding: command-injection
async def a6(request):
    async for line in request.content:
        os.system(line.decode())  # finding: command-injection
# --- tornado
import tornado.web, tornado.websocket
class T1(tornado.web.RequestHandler):
    def get(self, slug):
        os.system(slug)  # finding: command-injection
    def post(self):
        os.system(json.loads(self.request.body)["a"])  # finding: command-injection
        os.system(self.get_argument("b"))  # finding: command-injection
        os.system(self.request.headers.get("X"))  # finding: command-injection
        os.system(self.request.files["f"][0]["filename"])  # finding: command-injection
        os.system(self.path_kwargs["x"])  # finding: command-injection
class T2(tornado.websocket.WebSocketHandler):
    def on_message(self, message):
        os.system(message)  # finding: command-injection
# --- falcon
import falcon
class F1:
    def on_get(self, req, resp, name):
        os.system(name)  # finding: command-injection
        os.system(req.get_param("a"))  # finding: command-injection
        os.system(req.params["b"])  # finding: command-injection
    async def on_post(self, req, resp):
        m = await req.get_media()
        os.system(m["x"])  # finding: command-injection
        os.system(req.media["x"])  # finding: command-injection
        os.system(req.get_header("x"))  # finding: command-injection
        os.system(req.bounded_stream.read().decode())  # finding: command-injection
        os.system(req.get_param_as_list("q")[0])  # finding: command-injection
        os.system(req.context.x)
# --- pyramid
from pyramid.view import view_config, view_defaults
from pyramid.config import Configurator
@view_config(route_name="x")
def p1(request):
    os.system(request.matchdict["a"])  # finding: command-injection
    os.system(request.params["a"])  # finding: command-injection
    os.system(request.GET.getone("a"))  # finding: command-injection
    os.system(request.json_body["a"])  # finding: command-injection
    os.system(request.POST["f"].filename)  # finding: command-injection
@view_defaults(route_name="z")
class P2:
    def __init__(self, request):
        self.request = request
    @view_config(request_method="GET")
    def get(self):
        os.system(self.request.params["x"])  # finding: command-injection
def p3(context, request):
    os.system(request.matchdict["x"])  # finding: command-injection
# cornice
from cornice import Service
svc = Service(name="a", path="/a/{b}")
@svc.get()
def c1(request):
    os.system(request.validated["x"])  # finding: command-injection
    os.system(request.matchdict["b"])  # finding: command-injection
