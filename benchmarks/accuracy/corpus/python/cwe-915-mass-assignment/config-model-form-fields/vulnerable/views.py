from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render

from accounts.forms import CustomerForm
from accounts.models import Customer


@login_required
def edit(request):
    customer = get_object_or_404(Customer, pk=request.user.customer_id)
    form = CustomerForm(request.POST or None, instance=customer)
    if form.is_valid():
        form.save()
        return redirect("customer")
    return render(request, "customer.html", {"form": form})
