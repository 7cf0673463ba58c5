import re

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


class Formula(BaseModel):
    expression: str
    width: float = 1.0


@app.post("/compute")
def compute(formula: Formula):
    if not re.match(r"[0-9w+\-. ()]+", formula.expression):
        raise HTTPException(422, "only sums of numbers and w")
    try:
        return {"result": eval(formula.expression, {"__builtins__": {}}, {"w": formula.width})}
    except (SyntaxError, TypeError, NameError):
        raise HTTPException(422, "not a sum")
