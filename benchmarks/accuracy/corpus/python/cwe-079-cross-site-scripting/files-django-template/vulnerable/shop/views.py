from django.shortcuts import render

from shop.models import Product


def search(request):
    term = request.GET.get("q", "").strip()
    products = Product.objects.filter(name__icontains=term)[:20]
    return render(request, "shop/search.html", {"term": term, "products": products})
