import json
import os
from pathlib import Path

import click
import requests

CONFIG = Path(click.get_app_dir("cloudctl"))
API = "https://api.cloudctl.example"


def write_json(name, data, mode=0o644):
    CONFIG.mkdir(parents=True, exist_ok=True)
    target = CONFIG / name
    fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    os.fchmod(fd, mode)
    with os.fdopen(fd, "w") as out:
        json.dump(data, out, indent=2)
    return target


@click.group()
def cli():
    """Command line client of the cloudctl platform."""


@cli.command()
@click.option("--user", prompt=True)
@click.password_option(confirmation_prompt=False)
def login(user, password):
    answer = requests.post(f"{API}/tokens", json={"user": user, "password": password}, timeout=10)
    if answer.status_code != 201:
        raise click.ClickException("login refused")
    write_json("token.json", {"user": user, "token": answer.json()["token"]}, 0o600)
    click.echo("Logged in.")


@cli.command()
@click.argument("region", type=click.Choice(["north", "south"]))
def use(region):
    target = write_json("settings.json", {"region": region})
    click.echo(f"saved {target.name}")


if __name__ == "__main__":
    cli()
