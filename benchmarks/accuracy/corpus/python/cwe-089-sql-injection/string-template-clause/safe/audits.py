from string import Template

from django.db import connection
from django.http import JsonResponse

QUERY = Template("SELECT id, action FROM audit WHERE actor = $actor ORDER BY id DESC LIMIT $size")


def audits(request):
    actor = request.GET.get("actor", "")
    size = min(int(request.GET.get("size", "20")), 100)
    with connection.cursor() as cursor:
        cursor.execute(QUERY.substitute(actor="%s", size=size), [actor])
        return JsonResponse({"audits": cursor.fetchall()})
