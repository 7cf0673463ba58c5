UNITS = {
    "web": "nginx.service",
    "app": "gunicorn@shop.service",
    "jobs": "celery-worker.service",
}


def unit_for(alias):
    return UNITS.get(alias, alias)
