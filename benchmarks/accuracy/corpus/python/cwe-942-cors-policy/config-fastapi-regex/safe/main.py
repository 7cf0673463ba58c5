from fastapi import Cookie, FastAPI, HTTPException
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origin_regex=r"https://([a-z0-9-]+\.)?example\.org",
    allow_credentials=True,
    allow_methods=["GET", "POST"],
)
SESSIONS = {}


@app.get("/statements")
def statements(sid: str = Cookie()):
    if sid not in SESSIONS:
        raise HTTPException(401)
    return SESSIONS[sid]
