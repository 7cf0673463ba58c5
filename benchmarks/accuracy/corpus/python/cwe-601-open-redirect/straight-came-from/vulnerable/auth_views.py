from pyramid.httpexceptions import HTTPFound
from pyramid.security import forget, remember
from pyramid.view import view_config, view_defaults

from .security import check_password

LANDING = {"board": "board", "profile": "profile", "reports": "report_list"}


@view_defaults(route_name="login", renderer="templates/login.pt", require_csrf=True)
class LoginViews:
    def __init__(self, request):
        self.request = request
        self.came_from = request.params.get("came_from", "board")

    @view_config(request_method="GET")
    def form(self):
        return {"came_from": self.came_from, "error": None}

    @view_config(request_method="POST")
    def submit(self):
        login = self.request.POST.get("login", "")
        user = check_password(self.request.dbsession, login, self.request.POST.get("password", ""))
        if user is None:
            return {"came_from": self.came_from, "error": "Wrong name or password"}
        target = self.came_from if "/" in self.came_from else self.request.route_url(self.came_from)
        return HTTPFound(location=target, headers=remember(self.request, str(user.id)))


@view_config(route_name="logout", request_method="POST", require_csrf=True)
def logout(request):
    return HTTPFound(location=request.route_url("login"), headers=forget(request))
