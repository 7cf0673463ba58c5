from pyramid.httpexceptions import HTTPUnprocessableEntity
from pyramid.view import view_config

from .formula import FormulaError, evaluate


@view_config(route_name="quote", request_method="POST", renderer="json")
def quote(request):
    body = request.json_body
    try:
        price = evaluate(
            str(body["formula"]), width=float(body["width"]), height=float(body["height"])
        )
    except (FormulaError, KeyError, ValueError, TypeError, ArithmeticError, NameError):
        raise HTTPUnprocessableEntity()
    return {"price": price}
