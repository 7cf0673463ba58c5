import os
import sys

import bottle
import tornado.web
from aiohttp import web
from celery import shared_task
from django.views import View
from fastapi import APIRouter, Body, Depends, WebSocket
from pyramid.view import view_config
from pydantic import BaseModel
from sanic import Sanic
from starlette.requests import Request

router = APIRouter()
app = Sanic("x")


class Job(BaseModel):
    name: str
    count: int


class MainHandler(tornado.web.RequestHandler):
    async def get(self):
        name = self.get_argument("name")
        os.system("ls " + name)  # finding: command-injection


class Page(View):
    def post(self, request):
        os.system("ls " + request.POST.get("name"))  # finding: command-injection


@bottle.route("/x/<name>")
def bottle_view(name):
    os.system("ls " + name)  # finding: command-injection
    os.system("ls " + bottle.request.query.name)  # finding: command-injection


@router.post("/jobs")
def create(job: Job):
    os.system("ls " + job.name)  # finding: command-injection
    os.system(f"ls {job.count}")


@router.post("/raw")
async def raw(request: Request, payload: dict = Body(...)):
    data = await request.json()
    os.system("ls " + data["name"])  # finding: command-injection
    os.system("ls " + payload["name"])  # finding: command-injection


def filters(q: str = ""):
    return q.strip()


@router.get("/list")
def listing(q: str = Depends(filters)):
    os.system("ls " + q)  # finding: command-injection


@router.websocket("/ws")
async def socket(websocket: WebSocket):
    while True:
        text = await websocket.receive_text()
        os.system("ls " + text)  # finding: command-injection


@view_config(route_name="x")
def pyramid_view(request):
    os.system("ls " + request.params["name"])  # finding: command-injection


@app.get("/sanic/<name>")
async def sanic_view(request, name):
    os.system("ls " + name)  # finding: command-injection
    os.system("ls " + request.args.get("name"))  # finding: command-injection


async def upload(request):
    form = await request.post()
    os.system("ls " + form["name"])  # finding: command-injection
    return web.Response(text="ok")


def main():
    os.system("ls " + sys.argv[1])  # finding: command-injection
    open(sys.argv[1])


def helper(name):
    os.system("ls " + name)
