import logging

from .models import Membership

logger = logging.getLogger("tenancy")


class ActiveTenantMiddleware:
    """Keeps the tenant a user works for in the session; the ORM managers read it there."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            self.choose(request)
        return self.get_response(request)

    def choose(self, request):
        wanted = request.GET.get("tenant")
        if wanted is None or not wanted.isdecimal():
            return
        member = Membership.objects.filter(user=request.user, tenant_id=int(wanted)).first()
        if member is None:
            logger.warning("user %s is no member of the tenant", request.user.pk)
            return
        request.session["tenant_id"] = member.tenant_id
