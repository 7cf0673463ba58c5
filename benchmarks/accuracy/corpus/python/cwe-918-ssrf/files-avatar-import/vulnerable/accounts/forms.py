from django import forms


class AvatarForm(forms.Form):
    address = forms.URLField(max_length=300)
    caption = forms.CharField(max_length=60)
