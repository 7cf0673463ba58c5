import logging
import time

from sanic import Sanic, text

access = logging.getLogger("shop.access")
handler = logging.FileHandler("/var/log/shop/access.log")
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
access.addHandler(handler)
access.setLevel(logging.INFO)

app = Sanic("shop", configure_logging=False)


@app.on_request
async def start(request):
    request.ctx.started = time.perf_counter()


@app.on_response
async def finish(request, response):
    summary = {
        "route": request.route.path if request.route else "-",
        "status": response.status,
        "term": request.args.get("q", ""),
        "ms": int((time.perf_counter() - request.ctx.started) * 1000),
    }
    access.info(" ".join("%s=%a" % pair for pair in summary.items()))


@app.get("/search")
async def search(request):
    return text("0 results")


@app.get("/ready")
async def ready(request):
    return text("ok")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8100)
