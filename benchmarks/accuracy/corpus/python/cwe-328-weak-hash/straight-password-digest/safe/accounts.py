import hashlib
import hmac
import os
import sqlite3


class Accounts:
    def __init__(self, path):
        self.db = sqlite3.connect(path)

    @staticmethod
    def digest(password: str, salt: bytes) -> bytes:
        return hashlib.scrypt(password.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26)

    def register(self, name: str, password: str):
        salt = os.urandom(16)
        with self.db:
            self.db.execute("INSERT INTO account VALUES (?, ?, ?)", (name, salt, self.digest(password, salt)))

    def check(self, name: str, password: str) -> bool:
        row = self.db.execute("SELECT salt, digest FROM account WHERE name = ?", (name,)).fetchone()
        return row is not None and hmac.compare_digest(row[1], self.digest(password, row[0]))
