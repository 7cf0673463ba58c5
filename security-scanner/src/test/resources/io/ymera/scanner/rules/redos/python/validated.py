import re

from django import forms
from django.core.validators import RegexValidator
from pydantic import BaseModel, Field

HOST = re.compile(r"^([a-z0-9-]+\.?)+$")


class Monitor(forms.Form):
    host = forms.CharField(validators=[RegexValidator(HOST)])  # finding: redos
    label = forms.RegexField(r"^(?:\w+[ -]?)+$")  # finding: redos
    name = forms.RegexField(r"^\w+(?:[ -]\w+)*$")


class Line(BaseModel):
    tag: str = Field(pattern=r"^(?:\w+[/.]?)+:$")  # finding: redos
    text: str = Field(pattern=r"^\w+(?:[/.]\w+)*[/.]?:$")
