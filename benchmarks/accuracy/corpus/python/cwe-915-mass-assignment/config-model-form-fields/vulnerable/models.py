from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=80)
    address = models.TextField()
    credit_limit = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
