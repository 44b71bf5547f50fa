import hmac
import secrets
from pathlib import Path

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.responses import PlainTextResponse

app = FastAPI(default_response_class=PlainTextResponse)
rentals = {}


def office(x_office_key: str = Header("")):
    keys = Path("/work/office-keys.txt").read_text().split()
    if not any(hmac.compare_digest(x_office_key.encode(), key.encode()) for key in keys):
        raise HTTPException(401, "the office only")


def find(code):
    if code not in rentals:
        raise HTTPException(404, "no such rental")
    return rentals[code]


@app.post("/rentals", status_code=201)
def hire(guest: str = "", boat: str = ""):
    if not guest or not boat:
        raise HTTPException(400, "guest and boat are needed")
    code = secrets.token_hex(16)
    rentals[code] = {"guest": guest, "boat": boat, "status": "out"}
    return code


@app.get("/rentals/{code}")
def look_up(code: str):
    rental = find(code)
    return f"{rental['boat']} {rental['status']}"


@app.post("/rentals/{code}/return", dependencies=[Depends(office)])
def take_back(code: str):
    find(code)["status"] = "back"
    return "thank you"


@app.get("/boats/{boat}", dependencies=[Depends(office)])
def who_has(boat: str):
    for rental in rentals.values():
        if rental["boat"] == boat and rental["status"] == "out":
            return rental["guest"]
    raise HTTPException(404, "nobody has it")


@app.get("/journal", dependencies=[Depends(office)])
def journal():
    return "\n".join(",".join(rental.values()) for rental in reversed(rentals.values()))
