from django.http import JsonResponse
from lxml import etree

TIMETABLE = etree.parse("/srv/timetable.xml")
BY_LINE = etree.XPath("//departure[@line=$line]")


def departures(request):
    line = request.GET.get("line", "")
    stop = request.GET.get("stop", "")
    if line:
        nodes = BY_LINE(TIMETABLE, line=line)
    else:
        by_stop = etree.XPath("//departure[@stop='" + stop + "']")
        nodes = by_stop(TIMETABLE)
    return JsonResponse({"departures": [dict(node.attrib) for node in nodes]})
