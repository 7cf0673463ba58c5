from django import forms
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from .models import Person


class NameForm(forms.Form):
    display_name = forms.CharField(max_length=120)


@login_required
def rename(request):
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        Person.objects.filter(user=request.user).update(
            display_name=form.cleaned_data["display_name"]
        )
        return redirect("people:directory")
    return render(request, "people/rename.html", {"form": form})


def directory(request):
    return render(request, "people/directory.html", {"people": Person.objects.all()})
