from django.db import models
from django.http import JsonResponse
import json


class Base(models.Model):
    pass


class Customer(Base):
    name = models.CharField(max_length=80)


def create(request):
    data = json.loads(request.body)
    Customer(**data).save()  # finding: mass-assignment
    Customer(name=data["name"]).save()
    return JsonResponse({})
