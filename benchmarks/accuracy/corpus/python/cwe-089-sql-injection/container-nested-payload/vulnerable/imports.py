import pymysql
from fastapi import Body, FastAPI

app = FastAPI()


def connect():
    return pymysql.connect(host="db", database="crm", read_default_file="/etc/crm.cnf", autocommit=True)


@app.post("/imports")
def run(payload: dict = Body()):
    meta = {"source": {"name": payload["source"]["name"]}, "batch": {"name": "manual"}}
    meta["source"]["size"] = len(payload.get("rows", []))
    label = meta["source"]["name"]
    connection = connect()
    with connection.cursor() as cursor:
        for row in payload.get("rows", []):
            cursor.execute("INSERT INTO lead (name, batch) VALUES (%s, '" + label + "')", (str(row["name"]),))
    connection.close()
    return {"imported": meta["source"]["size"]}
