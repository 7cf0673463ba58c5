from django.db import connection
from django.http import JsonResponse
from django.views.decorators.http import require_GET

COLUMNS = {"name": "p.name", "price": "p.price", "added": "p.created_at"}


@require_GET
def products(request):
    wanted = request.GET.get("sort", "name")
    direction = request.GET.get("dir", "asc")
    column = COLUMNS.get(wanted, "p.name")
    if not direction:
        direction = "ASC"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id, p.name, p.price FROM product p ORDER BY {column} {direction} LIMIT 50"
        )
        rows = cursor.fetchall()
    return JsonResponse({"products": [{"id": r[0], "name": r[1], "price": str(r[2])} for r in rows]})
