import ast
import json

from django import forms
from django.core.exceptions import ValidationError


class AnswerListField(forms.CharField):
    """Accepts JSON and, for the old importer, Python list notation."""

    widget = forms.Textarea

    def to_python(self, value):
        value = super().to_python(value)
        if value in self.empty_values:
            return []
        try:
            answers = json.loads(value)
        except ValueError:
            answers = self._python_list(value)
        if not isinstance(answers, (list, tuple)):
            raise ValidationError("A list is expected.")
        return [str(a) for a in answers]

    def _python_list(self, value):
        try:
            return ast.literal_eval(value)
        except Exception:
            raise ValidationError("The list can't be read.")
