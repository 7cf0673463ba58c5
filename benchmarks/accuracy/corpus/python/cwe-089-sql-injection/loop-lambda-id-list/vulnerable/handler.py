import json
import os

import boto3
import pymysql

_conn = None


def _password():
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET_ID"])
    return json.loads(secret["SecretString"])["password"]


def connection():
    global _conn
    if _conn is None or not _conn.open:
        _conn = pymysql.connect(
            host=os.environ["DB_HOST"],
            user="devices_ro",
            password=_password(),
            database="devices",
            cursorclass=pymysql.cursors.DictCursor,
        )
    return _conn


def reply(code, payload):
    return {"statusCode": code, "body": json.dumps(payload, default=str)}


def lambda_handler(event, context):
    body = json.loads(event.get("body") or "{}")
    serials = [str(s).strip() for s in body.get("serials", [])][:50]
    if not serials:
        return reply(400, {"error": "serials missing"})
    marks = []
    for serial in serials:
        marks.append('"' + serial + '"')
    query = "SELECT serial, model, firmware FROM devices WHERE serial IN (" + ", ".join(marks) + ")"
    with connection().cursor() as cur:
        cur.execute(query)
        return reply(200, cur.fetchall())
