import os

import jwt
import psycopg2
from cryptography.fernet import Fernet
from flask import Flask

app = Flask(__name__)
app.secret_key = "s3cr3t-k3y-9"  # finding: hardcoded-credentials
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
DB_PASSWORD = "Tr0ub4dor&3"  # finding: hardcoded-credentials
PASSWORD_FIELD = "password"
password = os.environ.get("PASSWORD")
api_key = ""
psycopg2.connect(host="db", password="Tr0ub4dor&3")  # finding: hardcoded-credentials
psycopg2.connect(host="db", password=os.environ["DB"])
jwt.encode({}, "my-signing-key", algorithm="HS256")  # finding: hardcoded-credentials
jwt.encode({}, os.environ["KEY"], algorithm="HS256")
Fernet(b"ZmDfcTF7_60GrrY167zsiPd67pEvs0aGOv2oasOM1Pg=")  # finding: hardcoded-credentials
Fernet(os.environ["KEY"])
