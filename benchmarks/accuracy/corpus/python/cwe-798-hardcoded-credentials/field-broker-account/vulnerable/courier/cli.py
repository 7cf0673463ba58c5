import json

import click
import pika

from .queue import BrokerSettings, StagingSettings


@click.group()
@click.option("--staging", is_flag=True)
@click.pass_context
def cli(ctx, staging):
    ctx.obj = StagingSettings if staging else BrokerSettings


@cli.command()
@click.argument("parcel", type=int)
@click.pass_obj
def requeue(settings, parcel):
    """Put one parcel back into the routing queue."""
    connection = pika.BlockingConnection(settings.parameters())
    try:
        channel = connection.channel()
        channel.basic_publish("", "routing", json.dumps({"parcel": parcel}))
    finally:
        connection.close()
    click.echo("queued")


if __name__ == "__main__":
    cli()
