import random
import string
from dataclasses import dataclass

SIGNS = string.ascii_uppercase + string.digits
_source = random.SystemRandom()


@dataclass
class Coat:
    code: str
    guest: int


class Cloakroom:
    def __init__(self):
        self.coats = []

    def find(self, code):
        return next((coat for coat in self.coats if coat.code == code), None)

    def add(self, guest):
        code = "".join(_source.choice(SIGNS) for _ in range(14))
        self.coats.append(Coat(code, guest))
        return code


_room = Cloakroom()


def new_code(guest: int) -> str:
    if guest <= 0:
        raise ValueError(f"{guest} is not a guest's number")
    return _room.add(guest)


def guest_of(code: str) -> int:
    coat = _room.find(code)
    return coat.guest if coat else 0


def take_out(code: str) -> None:
    coat = _room.find(code)
    if coat:
        _room.coats.remove(coat)
