from decimal import Decimal, InvalidOperation

from pyramid.httpexceptions import HTTPBadRequest, HTTPForbidden, HTTPSeeOther
from pyramid.view import view_config

from .accounts import Accounts


@view_config(route_name="transfer", request_method="GET", renderer="transfer.jinja2")
def transfer_form(request):
    return {"rates": request.route_path("rates")}


@view_config(
    route_name="transfer",
    request_method="POST",
    require_csrf=False,
)
def transfer(request):
    source = request.session.get("account")
    if source is None:
        raise HTTPForbidden()
    try:
        amount = Decimal(request.POST["amount"])
        target = int(request.POST["target"])
    except (KeyError, ValueError, InvalidOperation):
        raise HTTPBadRequest()
    if not amount.is_finite() or amount <= 0:
        raise HTTPBadRequest()
    Accounts(request.dbsession).move(source, target, amount)
    return HTTPSeeOther(request.route_path("transfer"))


@view_config(route_name="rates", renderer="json")
def rates(request):
    return {"EUR": "1.0", "SEK": "11.3"}
