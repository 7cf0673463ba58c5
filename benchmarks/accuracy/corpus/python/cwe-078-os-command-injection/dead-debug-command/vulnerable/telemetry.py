import json
import os

import paho.mqtt.client as mqtt

DEBUG = False


def on_message(client, userdata, message):
    payload = json.loads(message.payload)
    sensor = payload["sensor"]
    if DEBUG or message.topic.endswith("/raw"):
        os.system("logger -t telemetry 'raw sample from " + sensor + "'")
    userdata.append((sensor, float(payload["value"])))


def main():
    client = mqtt.Client(userdata=[])
    client.on_message = on_message
    client.connect("broker.example.org")
    client.subscribe("sensors/#")
    client.loop_forever()


if __name__ == "__main__":
    main()
