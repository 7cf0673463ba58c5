from django.forms import ModelForm

from accounts.models import Customer


class CustomerForm(ModelForm):
    class Meta:
        model = Customer
        fields = ["name", "address"]
