from django.db import models

from managers import BodyManager


class Page(models.Model):
    title = models.CharField(max_length=120)
    body = models.TextField()
    objects = BodyManager()
