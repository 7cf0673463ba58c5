import os
from string import Template

from django.http import HttpResponse


class Config:
    secret = os.environ.get("APP_SECRET", "")


class Event:
    def __init__(self, name):
        self.name = name

    def config(self):
        return Config.secret[:1]


def badge(request):
    event = Event("Spring fair")
    pattern = request.GET.get("pattern", "$event")
    text = Template(pattern).safe_substitute(event=event.name)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
