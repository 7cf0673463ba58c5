import json
import logging

from django.db import DatabaseError, connection
from django.http import JsonResponse

log = logging.getLogger("reports")


def report(request):
    try:
        year = int(request.GET.get("year", "2024"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT month, total FROM report WHERE year = %s", [year])
            return JsonResponse({"rows": cursor.fetchall()})
    except ValueError:
        return JsonResponse({"error": "year is a number"}, status=400)
    except DatabaseError as error:
        log.exception("report failed")
        return JsonResponse({"error": repr(error), "query": json.dumps(connection.queries[-1:])}, status=500)
