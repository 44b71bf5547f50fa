import secrets
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

app = FastAPI()


@dataclass
class Row:
    tries: int = 0

    @property
    def locked(self) -> bool:
        return self.tries > 4


rows: dict[str, Row] = {}


def find(name: str) -> tuple[str, str] | None:
    with open("/work/pins.txt") as file:
        for line in file:
            owner, pin = line.split()
            if owner.casefold() == name.casefold():
                return owner, pin
    return None


@app.post("/sign-in")
async def sign_in(request: Request) -> Response:
    given = (await request.body()).decode().split()
    account = find(given[0]) if len(given) == 2 else None
    if account is None:
        return Response("unknown", 403)
    owner, pin = account
    row = rows.setdefault(owner, Row())
    if row.locked:
        return Response("locked", 423)
    row.tries += 1
    if not secrets.compare_digest(pin, given[1]):
        return Response("unknown", 403)
    row.tries = 0
    return Response("hello")


@app.post("/unlock")
async def unlock(request: Request) -> Response:
    with open("/work/office-key.txt") as file:
        key = file.read().strip()
    if not secrets.compare_digest(key, request.headers.get("X-Office-Key", "")):
        return Response("no", 401)
    account = find((await request.body()).decode().strip())
    if account is not None:
        rows.pop(account[0], None)
    return Response("done")
