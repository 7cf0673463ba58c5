import re

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


class Formula(BaseModel):
    expression: str
    width: float = 1.0


@app.post("/compute")
def compute(formula: Formula):
    if not re.fullmatch(r"[0-9w+\-. ()]{1,60}", formula.expression):
        raise HTTPException(422, "only sums of numbers and w")
    try:
        return {"result": eval(formula.expression, {"__builtins__": {}}, {"w": formula.width})}
    except (SyntaxError, TypeError, NameError):
        raise HTTPException(422, "not a sum")
