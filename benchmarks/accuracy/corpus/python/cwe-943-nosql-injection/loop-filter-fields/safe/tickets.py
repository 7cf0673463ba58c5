from django.http import JsonResponse
from pymongo import MongoClient
import json

tickets = MongoClient("mongodb://mongo")["desk"]["tickets"]
FIELDS = ("status", "priority", "queue")


def search(request):
    given = json.loads(request.body)
    query = {"tenant": request.user.username}
    for field in given:
        if field in FIELDS:
            query[field] = {"$eq": given[field]}
    found = tickets.find(query, {"_id": 0, "number": 1, "title": 1})
    return JsonResponse({"tickets": list(found)})
