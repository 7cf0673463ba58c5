from elasticsearch import Elasticsearch
from flask import Flask, request
from mongoengine import Document, StringField

app = Flask(__name__)
client = Elasticsearch("https://search.example.org:9200")


class Coupon(Document):
    code = StringField()


@app.post("/a")
def a():
    term = request.args["q"]
    client.search(index="a", query={"query_string": {"query": "public AND (" + term + ")"}})  # finding: nosql-code-injection
    client.search(index="a", query={"match": {"title": term}})
    Coupon.objects(__raw__={"code": request.get_json()["code"]}).first()  # finding: nosql-injection
    Coupon.objects(code=str(request.get_json()["code"])).first()
    return ""
