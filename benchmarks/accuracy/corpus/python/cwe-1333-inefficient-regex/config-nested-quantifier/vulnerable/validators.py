import re

from django.core.exceptions import ValidationError
from django import forms

HOST = re.compile(r"^([a-z0-9-]+\.?)+$")


def validate_host(value):
    if not HOST.match(value):
        raise ValidationError("not a host name")


class MonitorForm(forms.Form):
    label = forms.CharField(max_length=40)
    host = forms.CharField(validators=[validate_host])
