import uuid
from dataclasses import dataclass, field

from fastapi import Depends, FastAPI, Request, Response

app = FastAPI()


class Refused(Exception):
    def __init__(self, status):
        self.status = status


@app.exception_handler(Refused)
async def refuse(_request, refused):
    return Response(status_code=refused.status)


@dataclass
class Person:
    name: str
    role: str
    key: str = field(default_factory=lambda: uuid.uuid4().hex)


choirs: dict[str, list[Person]] = {}


def answer(text, status=200):
    return Response(text, status, media_type="text/plain")


def person_asking(choir: str, request: Request) -> Person:
    key = request.headers.get("X-Key")
    for person in choirs.get(choir, []):
        if person.key == key:
            return person
    known = any(person.key == key for people in choirs.values() for person in people)
    raise Refused(403 if known else 401)


def leader_asking(asking: Person = Depends(person_asking)) -> Person:
    if asking.role != "leader":
        raise Refused(403)
    return asking


@app.post("/choirs")
async def found(request: Request):
    choir, name = request.query_params.get("choir"), request.query_params.get("name")
    if not choir or not name:
        raise Refused(400)
    if choir in choirs:
        raise Refused(409)
    founder = Person(name, "leader")
    choirs[choir] = [founder]
    return answer(founder.key, 201)


@app.get("/choirs/{choir}", dependencies=[Depends(person_asking)])
async def read(choir: str):
    return answer("\n".join(sorted(f"{person.name} {person.role}" for person in choirs[choir])))


@app.put("/choirs/{choir}/{name}", dependencies=[Depends(leader_asking)])
async def put(choir: str, name: str, request: Request):
    role = request.query_params.get("role")
    if role not in {"singer", "leader"}:
        raise Refused(400)
    for person in choirs[choir]:
        if person.name == name:
            person.role = role
            return answer("")
    person = Person(name, role)
    choirs[choir].append(person)
    return answer(person.key, 201)


@app.delete("/choirs/{choir}/{name}", dependencies=[Depends(leader_asking)])
async def delete(choir: str, name: str):
    staying = [person for person in choirs[choir] if person.name != name]
    if len(staying) == len(choirs[choir]):
        raise Refused(404)
    choirs[choir] = staying
    return answer("")
