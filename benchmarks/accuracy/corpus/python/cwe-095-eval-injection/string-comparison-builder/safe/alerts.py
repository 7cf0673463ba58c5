import json

import pika

THRESHOLDS = {"cpu": "90", "disk": "80"}


def exceeded(reading):
    limit = THRESHOLDS.get(reading["metric"], "100")
    expression = " ".join(["value", ">", limit])
    return bool(eval(expression, {"value": float(reading["value"])}))


def on_message(channel, method, properties, body):
    reading = json.loads(body)
    if exceeded(reading):
        print("alert", reading["metric"])
    channel.basic_ack(method.delivery_tag)


def main():
    connection = pika.BlockingConnection(pika.ConnectionParameters("rabbit"))
    channel = connection.channel()
    channel.basic_consume("readings", on_message)
    channel.start_consuming()


if __name__ == "__main__":
    main()
