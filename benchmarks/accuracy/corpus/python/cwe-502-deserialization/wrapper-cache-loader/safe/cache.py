import json

import redis

client = redis.Redis(host="cache")


def dump(key, value):
    client.setex(key, 600, value)


def load(key):
    raw = client.get(key)
    if raw is None:
        return None
    return json.loads(raw)
