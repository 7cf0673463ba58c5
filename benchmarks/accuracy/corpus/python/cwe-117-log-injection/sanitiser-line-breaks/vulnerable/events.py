import logging

from django.http import HttpResponse

log = logging.getLogger("events")


def one_line(text):
    return text.strip().replace("\t", " ")


def collect(request):
    source = one_line(request.headers.get("X-Event-Source", "web"))
    text = one_line(request.POST.get("text", ""))
    log.info("event source=web text=" + text + " length=" + str(len(source)))
    return HttpResponse(status=202)
