from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.http import JsonResponse
from django.views import View


class Person(models.Model):
    name = models.CharField(max_length=80)


def search(request):
    name = request.GET.get("name", "")
    Person.objects.raw("SELECT * FROM person WHERE name = %s", [name])
    Person.objects.raw("SELECT * FROM person WHERE name = '%s'" % name)  # finding: sql-injection
    Person.objects.filter(name=name)
    Person.objects.extra(where=["name = '" + name + "'"])  # finding: sql-injection
    Person.objects.extra(where=["name = %s"], params=[name])
    Person.objects.annotate(v=RawSQL("select x from y where z = " + name, []))  # finding: sql-injection
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM person WHERE name = '" + name + "'")  # finding: sql-injection
        cursor.execute("DELETE FROM person WHERE name = %s", [name])
    return JsonResponse({})


class People(View):
    def get(self, request, *args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 WHERE a = '" + self.kwargs["slug"] + "'")  # finding: sql-injection
            cursor.execute("SELECT 1 WHERE a = '" + self.request.GET["q"] + "'")  # finding: sql-injection
        return JsonResponse({})
