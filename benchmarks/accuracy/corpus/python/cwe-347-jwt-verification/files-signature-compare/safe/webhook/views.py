import json

from django.http import HttpResponse, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt

from billing.models import Order
from webhook.signature import valid


@csrf_exempt
def paid(request):
    if not valid(request.body, request.headers.get("X-Signature", "")):
        return HttpResponseForbidden()
    event = json.loads(request.body)
    Order.objects.filter(pk=event["order"]).update(paid=True)
    return HttpResponse(status=204)
