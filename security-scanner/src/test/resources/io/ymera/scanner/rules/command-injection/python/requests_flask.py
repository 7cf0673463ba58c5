import os, json
# --- flask extras
from flask import Flask, request, session, g, views, Blueprint
from flask.views import MethodView
app = Flask(__name__)
@app.before_request
def before():
    os.system(request.args["x"])  # finding: command-injection
@app.route("/x/<path:p>")
def x(p):
    os.system(p)  # finding: command-injection
    os.system(request.get_json(force=True)["x"])  # finding: command-injection
    os.system(request.json.get("x"))  # finding: command-injection
    os.system(request.values["x"])  # finding: command-injection
    os.system(request.files["f"].filename)  # finding: command-injection
    os.system(request.headers.get("X"))  # finding: command-injection
    os.system(request.data.decode())  # finding: command-injection
    os.system(request.view_args["p"])  # finding: command-injection
    os.system(request.user_agent.string)  # finding: command-injection
    os.system(request.environ["QUERY_STRING"])  # finding: command-injection
    os.system(request.query_string.decode())  # finding: command-injection
    os.system(request.authorization.username)  # finding: command-injection
    os.system(request.form.to_dict()["x"])  # finding: command-injection
    os.system(request.args.to_dict(flat=False)["x"][0])  # finding: command-injection
    os.system(request.stream.read().decode())  # finding: command-injection
    os.system(request.cookies.get("x"))  # finding: command-injection
class MV(MethodView):
    def get(self, name):
        os.system(name)  # finding: command-injection
@app.url_value_preprocessor
def pull(endpoint, values):
    os.system(values["x"])  # finding: command-injection
@app.cli.command("x")
def cli(): pass
from flask_restful import Resource, reqparse
class R(Resource):
    def get(self, name):
        os.system(name)  # finding: command-injection
    def post(self):
        parser = reqparse.RequestParser()
        parser.add_argument("a")
        args = parser.parse_args()
        os.system(args["a"])  # finding: command-injection
from flask_restx import Resource as XR, Namespace, reqparse as xrp
ns = Namespace("x")
@ns.route("/<name>")
class XRes(XR):
    def get(self, name):
        os.system(name)  # finding: command-injection
    @ns.expect({})
    def post(self):
        os.system(ns.payload["x"])  # finding: command-injection
from flask_wtf import FlaskForm
from wtforms import StringField, IntegerField
class Fo(FlaskForm):
    name = StringField()
    n = IntegerField()
@app.post("/f")
def f():
    form = Fo()
    if form.validate_on_submit():
        os.system(form.name.data)  # finding: command-injection
        os.system(str(form.n.data))
        os.system(form.data["name"])  # finding: command-injection
from webargs.flaskparser import use_args, use_kwargs
from webargs import fields
@app.route("/w")
@use_args({"name": fields.Str()}, location="query")
def w(args):
    os.system(args["name"])  # finding: command-injection
@app.route("/w2")
@use_kwargs({"name": fields.Str()})
def w2(name):
    os.system(name)  # finding: command-injection
from flask_smorest import Blueprint as SB
sb = SB("x", __name__)
@sb.route("/x")
class SV(MethodView):
    @sb.arguments(object)
    def post(self, data):
        os.system(data["x"])  # finding: command-injection
from flask_socketio import SocketIO, emit, Namespace as SN
sio = SocketIO(app)
@sio.on("message")
def sm(data):
    os.system(data["x"])  # finding: command-injection
@sio.event
def my_event(sid, data):
    os.system(data)  # finding: command-injection
class NSpace(SN):
    def on_chat(self, data):
        os.system(data["x"])  # finding: command-injection
import socketio
ss = socketio.AsyncServer()
@ss.event
async def chat(sid, data):
    os.system(data)  # finding: command-injection
@ss.on("x")
async def ch2(sid, data):
    os.system(data["x"])  # finding: command-injection
from marshmallow import Schema, fields as mf
class MS(Schema):
    name = mf.Str()
    n = mf.Int()
@app.post("/m")
def m():
    d = MS().load(request.get_json())
    os.system(d["name"])  # finding: command-injection
    os.system(str(d["n"]))
from pydantic import BaseModel
class PM(BaseModel):
    name: str
@app.post("/p")
def p():
    o = PM(**request.get_json())
    os.system(o.name)  # finding: command-injection
    o = PM.model_validate(request.json)
    os.system(o.name)  # finding: command-injection
    o = PM.parse_obj(request.json)
    os.system(o.name)  # finding: command-injection
    o = PM.model_validate_json(request.data)
    os.system(o.name)  # finding: command-injection
# quart
from quart import Quart, request as qr, websocket as qws
q = Quart(__name__)
@q.post("/x")
async def q1():
    os.system((await qr.form)["x"])  # finding: command-injection
    os.system((await qr.get_json())["x"])  # finding: command-injection
    os.system(qr.args["x"])  # finding: command-injection
    os.system((await qr.get_data()).decode())  # finding: command-injection
    fs = await qr.files
    os.system(fs["f"].filename)  # finding: command-injection
    os.system((await qr.json)["x"])  # finding: command-injection
@q.websocket("/w")
async def q2():
    os.system(await qws.receive())  # finding: command-injection
    os.system((await qws.receive_json())["x"])  # finding: command-injection
# werkzeug / webob / wsgi
from werkzeug.wrappers import Request, Response
def wsgi(environ, start_response):
    os.system(environ["PATH_INFO"])  # finding: command-injection
    r = Request(environ)
    os.system(r.args["x"])  # finding: command-injection
    os.system(environ["wsgi.input"].read(4).decode())  # finding: command-injection
@Request.application
def wapp(request):
    os.system(request.args["x"])  # finding: command-injection
# connexion: handlers by operation id
import connexion
def search(q): pass
# hug
import hug
@hug.get("/x")
def hg(name):
    os.system(name)  # finding: command-injection
# robyn / blacksheep / muffin
from blacksheep import Application, Request as BR, FromQuery, FromJSON
ba = Application()
@ba.router.get("/x/{name}")
async def bs(name: str):
    os.system(name)  # finding: command-injection
from robyn import Robyn
ra = Robyn(__file__)
@ra.get("/x")
async def rb(request):
    os.system(request.query_params.get("x"))  # finding: command-injection
# azure functions, gcf, chalice
import azure.functions as func
def main(req: func.HttpRequest) -> func.HttpResponse:
    os.system(req.params.get("name"))  # finding: command-injection
    os.system(req.get_json()["x"])  # finding: command-injection
    os.system(req.get_body().decode())  # finding: command-injection
    os.system(req.route_params["x"])  # finding: command-injection
import functions_framework
@functions_framework.http
def gcf(request):
    os.system(request.args["x"])  # finding: command-injection
@functions_framework.cloud_event
def gce(cloud_event):
    os.system(cloud_event.data["x"])  # finding: command-injection
from chalice import Chalice
c = Chalice("x")
@c.route("/x/{name}")
def ch(name):
    os.system(name)  # finding: command-injection
    os.system(c.current_request.json_body["x"])  # finding: command-injection
    os.system(c.current_request.query_params["x"])  # finding: command-injection
def lambda_handler(event, context):
    os.system(event["queryStringParameters"]["x"])  # finding: command-injection
    for r in event["Records"]:
        os.system(json.loads(r["body"])["x"])  # finding: command-injection
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
pt = APIGatewayRestResolver()
@pt.get("/x/<name>")
def ptx(name):
    os.system(name)  # finding: command-injection
    os.system(pt.current_event.get_query_string_value("x"))  # finding: command-injection
    os.system(pt.current_event.json_body["x"])  # finding: command-injection
