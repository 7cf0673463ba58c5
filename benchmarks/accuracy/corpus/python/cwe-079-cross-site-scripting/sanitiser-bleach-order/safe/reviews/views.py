import logging

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.views import View

from .models import Review
from .rendering import clean_body

logger = logging.getLogger(__name__)


class ReviewBody(View):
    def get(self, request, pk):
        review = get_object_or_404(Review, pk=pk)
        return HttpResponse(clean_body(review.body))


class ReviewCreate(LoginRequiredMixin, View):
    def post(self, request):
        body = request.POST.get("body", "").strip()
        if not body:
            return HttpResponseBadRequest("empty review")
        review = Review.objects.create(author=request.user, body=body)
        logger.info("review %s created", review.pk)
        return HttpResponse(status=201)
