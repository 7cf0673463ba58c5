from elasticsearch import Elasticsearch
from flask import Flask, request

app = Flask(__name__)
client = Elasticsearch("https://search.example.org:9200")


@app.get("/articles")
def articles():
    term = request.args.get("q", "")
    public = {"term": {"visibility": "public"}}
    query = {"query_string": {"query": "visibility:public AND (" + term + ")"}}
    found = client.search(index="articles", query=query, size=20)
    return {"articles": [hit["_source"]["title"] for hit in found["hits"]["hits"]]}
