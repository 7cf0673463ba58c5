import subprocess

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def clean(text):
    return text.replace(";", "").replace("&", "").replace("|", "")


async def print_label(request: Request):
    form = await request.form()
    text = clean(str(form["text"]))
    copies = int(form.get("copies", 1))
    status = subprocess.run(f'label-printer -n {copies} -t "{text}"', shell=True).returncode
    return JSONResponse({"printed": status == 0})


app = Starlette(routes=[Route("/labels", print_label, methods=["POST"])])
