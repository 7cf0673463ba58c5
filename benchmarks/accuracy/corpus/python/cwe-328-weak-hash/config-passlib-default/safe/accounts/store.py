from passlib.context import CryptContext
from peewee import CharField, Model, PostgresqlDatabase

database = PostgresqlDatabase(None)

pwd = CryptContext(
    schemes=["argon2", "md5_crypt"],
    default="argon2",
    deprecated=["md5_crypt"],
)


class Account(Model):
    login = CharField(unique=True)
    password = CharField()

    class Meta:
        database = database

    def set_password(self, plain):
        self.password = pwd.hash(plain)

    def check_password(self, plain):
        matches, replacement = pwd.verify_and_update(plain, self.password)
        if matches and replacement:
            self.password = replacement
            self.save(only=[Account.password])
        return matches
