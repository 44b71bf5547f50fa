import secrets

from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import PlainTextResponse

app = FastAPI(default_response_class=PlainTextResponse)
rosters = {}
keys = {}


def new_key(choir, name):
    key = secrets.token_hex(16)
    keys[key] = (choir, name)
    return key


def enter(choir, key, roles):
    if key not in keys:
        raise HTTPException(401, "who are you?")
    home, name = keys[key]
    if home != choir or rosters[choir].get(name) not in roles:
        raise HTTPException(403, "not allowed")
    return rosters[choir]


@app.post("/choirs", status_code=201)
def found(choir: str = "", name: str = ""):
    if not choir or not name:
        raise HTTPException(400, "choir and name are needed")
    if choir in rosters:
        raise HTTPException(409, "there is such a choir")
    rosters[choir] = {name: "leader"}
    return new_key(choir, name)


@app.get("/choirs/{choir}")
def read(choir: str, x_key: str = Header("")):
    roster = enter(choir, x_key, {"singer", "leader"})
    return "\n".join(f"{name} {role}" for name, role in sorted(roster.items()))


@app.put("/choirs/{choir}/{name}")
def give_role(choir: str, name: str, role: str = "", x_key: str = Header("")):
    roster = enter(choir, x_key, {"leader"})
    if role not in ("singer", "leader"):
        raise HTTPException(400, "no such role")
    is_new = name not in roster
    roster[name] = role
    return PlainTextResponse(new_key(choir, name), 201) if is_new else "changed"


@app.delete("/choirs/{choir}/{name}")
def take_off(choir: str, name: str, x_key: str = Header("")):
    roster = enter(choir, x_key, {"singer", "leader"})
    if name not in roster:
        raise HTTPException(404, "nobody of that name")
    del roster[name]
    for key in [key for key, owner in keys.items() if owner == (choir, name)]:
        del keys[key]
    return "gone"
