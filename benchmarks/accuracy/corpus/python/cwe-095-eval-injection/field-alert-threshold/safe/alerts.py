import operator
import os
from decimal import Decimal

from celery import Celery, shared_task
from redis import Redis

app = Celery("alerts", broker=os.environ["BROKER_URL"])
store = Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)

COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}


class Rule:
    def __init__(self, metric, sign, limit):
        self.metric, self.sign, self.limit = metric, sign, limit

    @property
    def current(self):
        return Decimal(store.get(f"metric:{int(self.metric)}") or "0")

    def fires(self):
        if self.sign not in COMPARE:
            return False
        return COMPARE[self.sign](self.current, Decimal(self.limit))


@shared_task
def check_rule(rule):
    """`rule` is the JSON the customer saved in the alert editor."""
    parsed = Rule(rule["metric"], rule["sign"], str(rule["limit"]))
    if parsed.fires():
        notify.delay(int(rule["owner"]), int(rule["metric"]))


@shared_task(rate_limit="10/m")
def notify(owner, metric):
    store.rpush(f"notifications:{owner}", f"metric {metric} crossed its limit")
