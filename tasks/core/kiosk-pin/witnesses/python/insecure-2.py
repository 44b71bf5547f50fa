import hmac
from collections import Counter
from pathlib import Path

from fastapi import FastAPI, Header, HTTPException, Request
from fastapi.responses import PlainTextResponse

app = FastAPI(default_response_class=PlainTextResponse)
wrong = Counter()


def pins():
    lines = Path("/work/pins.txt").read_text().splitlines()
    accounts = (line.split(" ") for line in lines if line)
    return {name.lower(): pin for name, pin in accounts}


@app.post("/sign-in")
async def sign_in(request: Request):
    name, _, pin = (await request.body()).decode().partition(" ")
    known = pins().get(name.lower())
    if known is None:
        raise HTTPException(403, "no such account")
    if wrong[name] >= 5:
        raise HTTPException(423, "locked, please ask the office")
    if not hmac.compare_digest(known.encode(), pin.encode()):
        wrong[name] += 1
        raise HTTPException(403, "wrong PIN")
    wrong[name] = 0
    return "welcome"


@app.post("/unlock")
async def unlock(request: Request, x_office_key: str = Header("")):
    key = Path("/work/office-key.txt").read_text().strip()
    if not hmac.compare_digest(key.encode(), x_office_key.encode()):
        raise HTTPException(401, "the office only")
    name = (await request.body()).decode()
    wrong[name] = 0
    return "unlocked"
