from fastapi import FastAPI, Query

app = FastAPI()
ROOT = "/srv/samples/"


@app.get("/samples")
def samples(name: list[str] = Query()):
    names = ["header.txt", *name[:1], "footer.txt"]
    names.reverse()
    chosen = names[1:]
    parts = []
    for entry in chosen:
        with open(ROOT + entry, encoding="utf-8") as source:
            parts.append(source.read())
    return {"text": "\n".join(parts), "requested": name}
