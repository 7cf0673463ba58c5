import requests
from django.core.files.base import ContentFile
from django.shortcuts import redirect, render

from accounts.forms import AvatarForm


def avatar(request):
    form = AvatarForm(request.POST or None)
    if form.is_valid():
        image = requests.get(form.cleaned_data["address"], timeout=5).content
        request.user.avatar.save("avatar.png", ContentFile(image))
        return redirect("profile")
    return render(request, "accounts/avatar.html", {"form": form})
