from django.urls import path, reverse
from django.views.generic import RedirectView, TemplateView


class BackView(RedirectView):
    permanent = False
    fallback = "home"

    def get_redirect_url(self, *args, **kwargs):
        return self.target() or reverse(self.fallback)

    def target(self):
        return None


class CampaignView(BackView):
    def target(self):
        return reverse("campaign", args=[self.request.GET["landing"]]) if "landing" in self.request.GET else None


urlpatterns = [
    path("campaign/", CampaignView.as_view()),
    path("campaign/<slug:slug>/", TemplateView.as_view(template_name="campaign.html"), name="campaign"),
]
