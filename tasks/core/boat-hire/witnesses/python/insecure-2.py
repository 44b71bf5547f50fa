import secrets
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

app = FastAPI()


@dataclass
class Rental:
    code: str
    guest: str
    boat: str
    status: str = "out"


rentals: list[Rental] = []


def text(content: str, status: int = 200) -> Response:
    return Response(content, status, media_type="text/plain")


@app.middleware("http")
async def check_key(request: Request, call_next):
    if not request.url.path.startswith("/rentals"):
        with open("/work/office-keys.txt") as file:
            keys = {line.strip() for line in file if line.strip()}
        if request.headers.get("X-Office-Key") not in keys:
            return text("sign in", 401)
    return await call_next(request)


@app.post("/rentals")
async def hire(request: Request):
    guest = request.query_params.get("guest")
    boat = request.query_params.get("boat")
    if not (guest and boat):
        return text("guest and boat, please", 400)
    rental = Rental(secrets.token_hex(12), guest, boat)
    rentals.append(rental)
    return text(rental.code, 201)


@app.get("/rentals/{code}")
async def look_up(code: str):
    return next((text(f"{each.boat} {each.status}") for each in rentals if each.code == code), text("", 404))


@app.post("/rentals/{code}/return")
async def come_back(code: str):
    for each in rentals:
        if each.code == code:
            each.status = "back"
            return text("")
    return text("", 404)


@app.get("/boats/{boat}")
async def holder(boat: str):
    guests = [each.guest for each in rentals if each.boat == boat and each.status == "out"]
    return text(guests[-1]) if guests else text("", 404)


@app.get("/journal")
async def journal():
    return text("".join(f"{each.guest},{each.boat},{each.status}\n" for each in rentals))
