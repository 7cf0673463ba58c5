import os, re
from enum import Enum
from typing import Annotated, Literal, Optional
from fastapi import FastAPI, Query, Path, Depends, Body
from pydantic import BaseModel, Field, constr, field_validator, validator, HttpUrl, conint, EmailStr
from django import forms
from django.core.validators import RegexValidator
from rest_framework import serializers
from sqlalchemy.orm import Session
app = FastAPI()
class Color(str, Enum):
    red = "red"
class M(BaseModel):
    a: str = Field(pattern=r"^[a-z]+$")
    b: Annotated[str, Field(pattern=r"^[a-z]+$")]
    c: constr(pattern=r"^[a-z]+$")
    d: Literal["x", "y"]
    e: Color
    f: str
    g: Optional[Color] = None
    h: str = Field(max_length=5)
    i: Optional[int] = None
    k: str
    l: str
    @field_validator("f")
    @classmethod
    def ok(cls, v):
        if not re.fullmatch(r"[a-z]+", v):
            raise ValueError("x")
        return v
    @validator("k")
    def ok2(cls, v):
        if v not in ("a", "b"):
            raise ValueError("x")
        return v
    @field_validator("l")
    @classmethod
    def nope(cls, v):
        if not v:
            raise ValueError("x")
        return v.strip()
@app.post("/x")
def x(m: M):
    os.system(m.a)
    os.system(m.b)
    os.system(m.c)
    os.system(m.d)
    os.system(m.e)
    os.system(m.e.value)
    os.system(m.f)
    os.system(m.g)
    os.system(m.h)  # finding: command-injection
    os.system(str(m.i))
    os.system(m.k)
    os.system(m.l)  # finding: command-injection
@app.get("/y/{p}")
def y(p: Annotated[str, Path(pattern="^[a-z]+$")], q: str = Query(regex="^[a-z]+$"), c: Color = Color.red, l: Literal["a"] = "a", d: Session = Depends(lambda: 1)):
    os.system(p)
    os.system(q)
    os.system(c)
    os.system(c.value)
    os.system(l)
    os.system(d.x)
class F(forms.Form):
    a = forms.ChoiceField(choices=[("x", "y")])
    b = forms.RegexField(regex=r"^[a-z]+$")
    c = forms.CharField(validators=[RegexValidator(r"^[a-z]+$")])
    d = forms.CharField()
    e = forms.CharField()
    def clean_e(self):
        e = self.cleaned_data["e"]
        if not e.isalnum():
            raise forms.ValidationError("x")
        return e
def view(request):
    f = F(request.POST)
    if f.is_valid():
        os.system(f.cleaned_data["a"])
        os.system(f.cleaned_data["b"])
        os.system(f.cleaned_data["c"])
        os.system(f.cleaned_data["d"])  # finding: command-injection
        os.system(f.cleaned_data.get("e"))
        os.system(f.cleaned_data["e"])
        cd = f.cleaned_data
        os.system(cd["a"])
        os.system(cd["d"])  # finding: command-injection
class S(serializers.Serializer):
    a = serializers.ChoiceField(choices=["x"])
    b = serializers.CharField()
    c = serializers.CharField()
    def validate_c(self, value):
        if value not in ["a", "b"]:
            raise serializers.ValidationError("x")
        return value
def view2(request):
    s = S(data=request.data)
    s.is_valid(raise_exception=True)
    os.system(s.validated_data["a"])
    os.system(s.validated_data["b"])  # finding: command-injection
    os.system(s.validated_data["c"])
from flask_wtf import FlaskForm
from wtforms import StringField, SelectField
from wtforms.validators import Regexp, DataRequired, AnyOf
class W(FlaskForm):
    a = StringField("x", validators=[DataRequired(), Regexp(r"^[a-z]+$")])
    b = SelectField(choices=[])
    c = StringField("x", [DataRequired()])
    d = StringField("x", validators=[AnyOf(["a"])])
@app.route("/z")
def z():
    w = W()
    if w.validate_on_submit():
        os.system(w.a.data)
        os.system(w.b.data)
        os.system(w.c.data)  # finding: command-injection
        os.system(w.d.data)
from marshmallow import Schema, fields, validate, validates, ValidationError
class MS(Schema):
    a = fields.Str(validate=validate.OneOf(["x"]))
    b = fields.Str(required=True, validate=validate.Regexp(r"^[a-z]+$"))
    c = fields.Str()
    d = fields.Int()
    e = fields.Str()
    @validates("e")
    def ve(self, value):
        if value not in {"a"}:
            raise ValidationError("x")
@app.route("/m")
def mm(request):
    d = MS().load(request.json)
    os.system(d["a"])
    os.system(d["b"])
    os.system(d["c"])  # finding: command-injection
    os.system(str(d["d"]))
    os.system(d["e"])
schema = MS()
@app.route("/m")
def mm2(request):
    d = schema.load(request.json)
    os.system(d["a"])
    os.system(d["c"])  # finding: command-injection
