from pyramid.httpexceptions import HTTPNotFound
from pyramid.view import view_config

from .remote import default_fleet
from .units import unit_for


@view_config(route_name="unit_status", renderer="json", permission="operate")
def unit_status(request):
    try:
        unit = unit_for(request.matchdict["alias"])
    except KeyError:
        raise HTTPNotFound()
    states = default_fleet().each("systemctl is-active %s" % unit)
    return {"unit": unit, "hosts": dict(states)}


def includeme(config):
    config.add_route("unit_status", "/units/{alias}")
