import sqlite3


def set_email(user_id, email):
    with sqlite3.connect("accounts.db") as db:
        db.execute("UPDATE account SET email = ? WHERE id = ?", (email, user_id))
