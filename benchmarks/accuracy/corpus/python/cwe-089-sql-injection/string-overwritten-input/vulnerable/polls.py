from django.db import connection
from django.shortcuts import render
from django.views.decorators.csrf import csrf_protect

CATEGORIES = ("sport", "music", "film")


@csrf_protect
def results(request):
    category = request.POST.get("category", "")
    label = category.title()
    if category in CATEGORIES:
        label = category
    category = category.lower()
    with connection.cursor() as cursor:
        cursor.execute("SELECT choice, count(*) FROM vote WHERE category = '%s' GROUP BY choice" % category)
        votes = cursor.fetchall()
    return render(request, "polls/results.html", {"label": label, "votes": votes})
