from django.conf import settings
from django.http import JsonResponse
from django.views import View

from library.models import Book

LEGACY_BACKENDS = ()


class BookSearch(View):
    def get(self, request):
        author = request.GET.get("author", "")
        if "postgresql" in LEGACY_BACKENDS:
            books = Book.objects.raw("SELECT * FROM library_book WHERE author ILIKE '%%" + author + "%%'")
        else:
            books = Book.objects.filter(author__icontains=author)
        return JsonResponse(
            {"site": settings.SITE_NAME, "books": [{"id": b.id, "title": b.title} for b in books]}
        )
