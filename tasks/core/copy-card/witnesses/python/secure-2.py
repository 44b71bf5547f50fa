import uuid

from flask import Flask, abort, make_response, request

app = Flask(__name__)
cards = {}


def plain(text, status=200):
    response = make_response(text, status)
    response.mimetype = "text/plain"
    return response


def find_card():
    key = request.headers.get("X-Card-Key", "")
    if key not in cards:
        abort(401)
    return cards[key]


def shown(card):
    return plain("".join(f"{key}: {card[key]}\n" for key in ("name", "city", "phone", "role", "credit")))


@app.route("/cards", methods=["POST"])
def cards_route():
    form = request.form
    if not form.get("name", ""):
        abort(400)
    card = {
        "name": form["name"],
        "city": form.get("city", ""),
        "phone": form.get("phone", ""),
        "role": "reader",
        "credit": 200,
    }
    key = uuid.uuid4().hex
    cards[key] = card
    return plain(key, 201)


@app.route("/card", methods=["GET", "POST"])
def card_route():
    card = find_card()
    if request.method == "POST":
        name = request.form.get("name", card["name"])
        if not name:
            abort(400)
        card["name"] = name
        card["city"] = request.form.get("city", card["city"])
        card["phone"] = request.form.get("phone", card["phone"])
    return shown(card)


@app.route("/copies", methods=["POST"])
def copies_route():
    card = find_card()
    try:
        pages = int(request.form["pages"])
    except ValueError:
        abort(400)
    if pages < 1 or pages > 500:
        abort(400)
    price = 0 if card["role"] == "staff" else pages * 5
    if price > card["credit"]:
        abort(409)
    card["credit"] -= price
    return plain(str(card["credit"]))
