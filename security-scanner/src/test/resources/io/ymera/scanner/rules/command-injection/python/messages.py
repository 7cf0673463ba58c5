import asyncio
import json
import os
import socketserver

import pika
import redis
from kafka import KafkaConsumer


def on_order(channel, method, properties, body):
    order = json.loads(body)
    os.system("print " + order["name"])  # finding: command-injection
    os.system("print " + str(int(order["number"])))


def mqtt(client, userdata, msg):
    os.system("notify " + msg.payload.decode())  # finding: command-injection


def consume():
    for message in KafkaConsumer("orders"):
        os.system("print " + message.value["name"])  # finding: command-injection


def listen():
    channel = redis.Redis().pubsub()
    channel.subscribe("orders")
    for message in channel.listen():
        os.system("print " + message["data"])  # finding: command-injection


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        os.system("print " + self.rfile.readline().decode())  # finding: command-injection


class Base(asyncio.DatagramProtocol):
    pass


class Relay(Base):
    def datagram_received(self, data, addr):
        os.system("print " + data.decode())  # finding: command-injection

    def connection_made(self, transport):
        os.system("print " + self.name)


class Plain:
    def datagram_received(self, data, addr):
        os.system("print " + data.decode())


async def serve(stream, out):
    os.system("print " + (await stream.readline()).decode())  # finding: command-injection


async def main():
    await asyncio.start_server(serve, port=8082)
