from django.urls import path

from .views import MediaView

urlpatterns = [path("media/<path:relative>", MediaView.as_view())]
