from peewee import CharField, DateTimeField, IntegerField, Model, SqliteDatabase

db = SqliteDatabase("tickets.db", pragmas={"journal_mode": "wal"})


class Ticket(Model):
    subject = CharField()
    queue = CharField(index=True)
    priority = IntegerField(default=3)
    opened = DateTimeField()

    class Meta:
        database = db
