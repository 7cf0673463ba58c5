from django.db import connection


def by_isbn(request, isbn):
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM book WHERE isbn = '" + isbn + "'")  # finding: sql-injection
        return cursor.fetchone()


def column(request, field):
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + field + " FROM book")
        return cursor.fetchone()


def titles(request):
    return column(request, "title")
