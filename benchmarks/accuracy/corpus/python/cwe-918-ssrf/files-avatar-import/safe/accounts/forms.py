from django import forms


class AvatarForm(forms.Form):
    address = forms.ChoiceField(choices=[("https://robohash.example/1.png", "one"), ("https://robohash.example/2.png", "two")])
    caption = forms.CharField(max_length=60)
