from mongoengine import Document, IntField, StringField


class Coupon(Document):
    code = StringField(required=True)
    owner = StringField()
    percent = IntField()

    @classmethod
    def lookup(cls, code, owner):
        return cls.objects(code=str(code), owner=str(owner)).first()
