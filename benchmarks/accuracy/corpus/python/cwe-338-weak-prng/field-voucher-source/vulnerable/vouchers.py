import json
import logging
import os
import random

import boto3
from botocore.exceptions import ClientError

logger = logging.getLogger()
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
table = boto3.resource("dynamodb").Table(os.environ["VOUCHER_TABLE"])


class VoucherPrinter:
    def __init__(self, source=None, length=14):
        self.source = source or random.Random()
        self.length = length

    def code(self):
        letters = self.source.choices(ALPHABET, k=self.length)
        return "".join(letters)


printer = VoucherPrinter()


def issue(order, cents):
    for _ in range(3):
        code = printer.code()
        try:
            table.put_item(
                Item={"code": code, "order": order, "cents": cents},
                ConditionExpression="attribute_not_exists(code)",
            )
            return code
        except ClientError as err:
            if err.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
    raise RuntimeError("no free voucher code")


def handler(event, context):
    codes = []
    for record in event["Records"]:
        message = json.loads(record["body"])
        codes.append(issue(str(message["order"]), int(message["cents"])))
    logger.info("issued %d vouchers", len(codes))
    return {"issued": len(codes)}
