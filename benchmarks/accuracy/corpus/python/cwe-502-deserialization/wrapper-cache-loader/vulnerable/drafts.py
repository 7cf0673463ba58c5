from fastapi import FastAPI, Request

from cache import dump, load

app = FastAPI()


@app.put("/drafts/{number}")
async def save(number: int, request: Request):
    dump(f"draft:{number}", await request.body())
    return {"saved": number}


@app.get("/drafts/{number}")
def read(number: int):
    draft = load(f"draft:{number}")
    return {"title": draft["title"] if draft else None}
