from fastapi import FastAPI, Query

from journal import record

app = FastAPI()


@app.get("/search")
def search(q: str = Query(max_length=200)):
    record("search", q)
    return {"hits": []}


@app.delete("/items/{item}")
def delete(item: int):
    record("delete", str(item))
    return {"deleted": item}
