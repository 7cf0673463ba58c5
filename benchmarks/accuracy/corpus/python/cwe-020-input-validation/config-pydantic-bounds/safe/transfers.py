from fastapi import Depends, FastAPI, HTTPException

from ledger import BALANCES, account_of
from schemas import Transfer

app = FastAPI()


@app.post("/transfers")
def transfer(body: Transfer, account: int = Depends(account_of)):
    if body.source != account or body.target not in BALANCES:
        raise HTTPException(403)
    if BALANCES[body.source] < body.cents:
        raise HTTPException(409)
    BALANCES[body.source] -= body.cents
    BALANCES[body.target] += body.cents
    return {"balance": BALANCES[body.source]}
