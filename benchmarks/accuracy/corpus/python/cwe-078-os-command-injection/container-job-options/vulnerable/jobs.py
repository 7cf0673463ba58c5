import subprocess

from aiohttp import web

routes = web.RouteTableDef()


@routes.post("/jobs/render")
async def render(request):
    data = await request.post()
    job = {"scene": "/srv/scenes/default.blend", "engine": "CYCLES", "title": ""}
    job["title"] = data.get("title", "")
    job["note"] = data.get("note", "")
    argument = job["note"]
    output = subprocess.check_output(
        "blender -b " + job["scene"] + " -E " + argument + " -f 1", shell=True, text=True
    )
    return web.json_response({"title": job["title"], "log": output[-500:]})
