import requests
from fastapi import FastAPI

app = FastAPI()
MIRRORS = ("https://mirror1.example.org", "https://mirror2.example.org")


def base(mirror):
    if mirror.isdigit() and int(mirror) < len(MIRRORS):
        return MIRRORS[int(mirror)]
    if len(MIRRORS) > 1:
        return MIRRORS[0]
    return mirror


@app.get("/packages")
def packages(mirror: str = "0"):
    answer = requests.get(base(mirror) + "/index.json", timeout=5, allow_redirects=False)
    return {"count": len(answer.json())}
