from django.db import models


class Attachment(models.Model):
    title = models.CharField(max_length=80)
    document = models.FileField(
        upload_to="public/attachments/",
        max_length=200,
    )
    added = models.DateTimeField(auto_now_add=True)
