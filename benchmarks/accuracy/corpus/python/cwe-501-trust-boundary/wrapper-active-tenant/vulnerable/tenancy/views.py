from django.contrib.auth.decorators import login_required
from django.http import JsonResponse

from .models import Invoice, Membership


@login_required
def invoices(request):
    tenant = request.session.get("tenant_id")
    rows = Invoice.objects.filter(tenant_id=tenant).values("number", "total")
    return JsonResponse({"tenant": tenant, "invoices": list(rows)})


@login_required
def tenants(request):
    mine = Membership.objects.filter(user=request.user).values_list("tenant_id", flat=True)
    return JsonResponse({"tenants": list(mine)})
