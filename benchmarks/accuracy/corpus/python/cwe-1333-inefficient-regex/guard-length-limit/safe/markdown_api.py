import re

from fastapi import FastAPI, HTTPException, Request

app = FastAPI()
EMPHASIS = re.compile(r"^(\s*\*+\s*)*$")


@app.post("/is-rule")
async def is_rule(request: Request):
    text = (await request.body()).decode("utf-8", "replace")
    if len(text) > 12:
        raise HTTPException(413)
    return {"rule": EMPHASIS.match(text) is not None}
