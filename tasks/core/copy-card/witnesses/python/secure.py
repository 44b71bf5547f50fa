import secrets
from dataclasses import dataclass

from flask import Flask, Response, request

app = Flask(__name__)
cards = {}
DETAILS = ("name", "city", "phone")


@dataclass
class Card:
    name: str = ""
    city: str = ""
    phone: str = ""
    role: str = "reader"
    credit: int = 200


def text(content, status=200):
    return Response(content, status, content_type="text/plain; charset=utf-8")


def lines(card):
    return text("\n".join(f"{field}: {value}" for field, value in vars(card).items()))


def current_card():
    return cards.get(request.headers.get("X-Card-Key"))


@app.post("/cards")
def make_card():
    if not request.form.get("name"):
        return text("name is needed", 400)
    key = secrets.token_hex(16)
    cards[key] = Card(**{field: request.form.get(field, "") for field in DETAILS})
    return text(key, 201)


@app.get("/card")
def show_card():
    card = current_card()
    return lines(card) if card else text("no such card", 401)


@app.post("/card")
def change_card():
    card = current_card()
    if card is None:
        return text("no such card", 401)
    if request.form.get("name") == "":
        return text("name is needed", 400)
    for field, value in request.form.items():
        if field in DETAILS:
            setattr(card, field, type(getattr(card, field))(value))
    return lines(card)


@app.post("/copies")
def copy():
    card = current_card()
    if card is None:
        return text("no such card", 401)
    pages = request.form.get("pages", "")
    if not (pages.isdecimal() and 1 <= int(pages) <= 500):
        return text("pages must be a number from 1 to 500", 400)
    cost = 0 if card.role == "staff" else 5 * int(pages)
    if cost > card.credit:
        return text("not enough credit", 409)
    card.credit -= cost
    return text(str(card.credit))
