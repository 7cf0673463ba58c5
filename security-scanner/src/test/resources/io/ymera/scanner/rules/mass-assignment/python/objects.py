from django.db import models
from django.http import JsonResponse
from flask import Flask, request

app = Flask(__name__)


class Person(models.Model):
    name = models.CharField(max_length=80)


def create(request):
    Person.objects.create(**request.POST.dict())  # finding: mass-assignment
    Person.objects.create(name=request.POST["name"])
    return JsonResponse({})


@app.post("/a")
def a():
    person = load()
    for key, value in request.get_json().items():
        setattr(person, key, value)  # finding: mass-assignment
    person.name = request.get_json()["name"]
    return {}


@app.post("/b")
def b():
    person = load()
    data = request.get_json()
    for key in ("name", "mail"):
        if key in data:
            setattr(person, key, data[key])
    return {}
