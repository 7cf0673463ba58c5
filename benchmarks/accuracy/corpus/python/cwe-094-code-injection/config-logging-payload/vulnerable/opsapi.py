import copy
import logging
import logging.config

from sanic import Sanic
from sanic.response import empty, json

app = Sanic("opsapi")

BASE = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"out": {"class": "logging.StreamHandler", "level": "DEBUG"}},
    "root": {"handlers": ["out"], "level": "INFO"},
    "loggers": {},
}
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@app.put("/ops/logging")
async def set_logging(request):
    wanted = request.json
    if not isinstance(wanted, dict):
        return json({"error": "object expected"}, status=400)
    config = copy.deepcopy(BASE)
    for name, level in wanted.get("loggers", {}).items():
        if level not in LEVELS:
            return json({"error": "unknown level"}, status=400)
        config["loggers"][name] = {"level": level}
    for option, value in wanted.get("handler", {}).items():
        if option == "level" and value not in LEVELS:
            return json({"error": "unknown handler option"}, status=400)
        config["handlers"]["out"][option] = value
    logging.config.dictConfig(config)
    return empty()


@app.get("/ops/logging")
async def get_logging(request):
    known = logging.Logger.manager.loggerDict
    return json({
        name: logging.getLevelName(item.level)
        for name, item in known.items()
        if isinstance(item, logging.Logger)
    })


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8500, single_process=True)
