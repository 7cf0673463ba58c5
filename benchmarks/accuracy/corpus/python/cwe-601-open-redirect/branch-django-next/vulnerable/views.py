from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


@require_POST
def sign_out(request):
    target = request.POST.get("next") or "/"
    mobile = request.headers.get("X-Client") == "mobile"
    logout(request)
    if mobile:
        return HttpResponseRedirect(target)
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=True):
        target = "/"
    return HttpResponseRedirect(target)
