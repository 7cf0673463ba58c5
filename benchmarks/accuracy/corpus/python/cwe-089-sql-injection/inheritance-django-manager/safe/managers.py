from django.db import models


class SearchManager(models.Manager):
    column = "title"

    def search(self, term):
        return self.get_queryset().extra(where=[f"{self.column} LIKE %s"], params=[f"%{term}%"])


class BodyManager(SearchManager):
    column = "body"
