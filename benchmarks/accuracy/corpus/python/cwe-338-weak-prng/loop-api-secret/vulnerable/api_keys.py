import random
import sqlite3

import click

WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord")


@click.command()
@click.argument("client")
def issue(client):
    label = "-".join(random.sample(WORDS, 3))
    value = 0
    for _ in range(8):
        value = (value << 32) | random.getrandbits(32)
    with sqlite3.connect("clients.db") as db:
        db.execute("INSERT INTO client VALUES (?, ?, ?)", (client, label, format(value, "064x")))
    click.echo(f"{label}: {value:064x}")


if __name__ == "__main__":
    issue()
