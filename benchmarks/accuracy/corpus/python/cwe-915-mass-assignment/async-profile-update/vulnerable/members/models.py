from tortoise import fields
from tortoise.models import Model


class Member(Model):
    id = fields.IntField(pk=True)
    email = fields.CharField(max_length=200, unique=True)
    display_name = fields.CharField(max_length=80)
    city = fields.CharField(max_length=80, null=True)
    newsletter = fields.BooleanField(default=False)
    is_moderator = fields.BooleanField(default=False)
    credit_cents = fields.IntField(default=0)

    EDITABLE = ("display_name", "city", "newsletter")

    def public(self):
        return {"id": self.id, "display_name": self.display_name, "city": self.city}
