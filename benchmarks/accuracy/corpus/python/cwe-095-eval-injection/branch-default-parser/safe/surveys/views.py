from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse

from .fields import AnswerListField


class AnswersForm(forms.Form):
    question = forms.IntegerField(min_value=1)
    answers = AnswerListField(max_length=5000)


@permission_required("surveys.add_answer")
def import_answers(request):
    form = AnswersForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    return JsonResponse({"question": form.cleaned_data["question"], "count": len(form.cleaned_data["answers"])})
