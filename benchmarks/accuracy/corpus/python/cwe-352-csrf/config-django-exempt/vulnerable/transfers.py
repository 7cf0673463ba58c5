from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bank.models import Account


@login_required
@require_POST
@csrf_exempt
@transaction.atomic
def transfer(request):
    source = Account.objects.select_for_update().get(owner=request.user)
    target = Account.objects.select_for_update().get(number=request.POST["to"])
    amount = int(request.POST["amount"])
    if not 0 < amount <= source.balance:
        return JsonResponse({"error": "amount"}, status=400)
    source.balance -= amount
    target.balance += amount
    source.save()
    target.save()
    return JsonResponse({"balance": source.balance})
