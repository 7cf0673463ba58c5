import MySQLdb
from django.http import JsonResponse


def connection():
    return MySQLdb.connect(host="db", db="library", read_default_file="/etc/library.cnf", charset="utf8mb4")


def by_isbn(request, isbn):
    db = connection()
    cursor = db.cursor()
    cleaned = db.escape_string(isbn).decode()
    cursor.execute("SELECT title, shelf FROM book WHERE isbn = '" + cleaned + "'")
    row = cursor.fetchone()
    db.close()
    return JsonResponse({"title": row[0], "shelf": row[1]} if row else {}, status=200 if row else 404)
