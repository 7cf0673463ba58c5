from fastapi import FastAPI

from schemas import Account

app = FastAPI()
ACCOUNTS = []


@app.post("/accounts", status_code=201)
def register(body: Account):
    account = Account(**body.model_dump())
    ACCOUNTS.append(account)
    return {"number": len(ACCOUNTS), "role": account.role}
