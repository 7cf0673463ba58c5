import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/a")
def a():
    name = request.args["name"]
    logger.info("User " + name)  # finding: log-injection
    logger.warning("User %s", name)  # finding: log-injection
    logging.error(f"User {name}")  # finding: log-injection
    app.logger.info(name)  # finding: log-injection
    logger.info("User %r", name)
    logger.info("User %s", name.replace("\n", "").replace("\r", ""))
    logger.info("User %d", int(name))
    logger.info(f"User {name!r}")
    return {}


def pairs(request):
    for pair in {"q": request.GET["q"]}.items():
        logging.info(" ".join(["%s=%a" % pair]))
