import os

import pika


class BrokerSettings:
    host = os.environ.get("BROKER_HOST", "mq.internal")
    vhost = "courier"
    user = "courier_svc"
    password = os.environ["BROKER_PASSWORD"]
    heartbeat = 30

    @classmethod
    def parameters(cls):
        return pika.ConnectionParameters(
            host=cls.host,
            virtual_host=cls.vhost,
            heartbeat=cls.heartbeat,
            credentials=pika.PlainCredentials(cls.user, cls.password, erase_on_connect=True),
        )


class StagingSettings(BrokerSettings):
    vhost = "courier-staging"
    heartbeat = 0
