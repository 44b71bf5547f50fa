import secrets
from pathlib import Path

from flask import Flask, Response, abort, request

app = Flask(__name__)
CARDS = Path("/work/cards.txt")
visits = {}


def text(content):
    return Response(content, mimetype="text/plain")


def name_of(card):
    for line in CARDS.read_text(encoding="utf-8").splitlines():
        number, _, name = line.partition(" ")
        if number and number == card:
            return name
    return None


@app.post("/sign-in")
def sign_in():
    name = name_of(request.get_data(as_text=True).strip())
    if name is None:
        abort(403)
    visit = secrets.token_urlsafe(32)
    visits[visit] = name
    response = text("welcome")
    response.set_cookie("visit", visit, secure=True, httponly=True, samesite="Lax")
    return response


@app.get("/desk")
def desk():
    name = visits.get(request.cookies.get("visit"))
    if name is None:
        abort(401)
    return text(name)


@app.post("/sign-out")
def sign_out():
    visits.clear()
    response = text("goodbye")
    response.delete_cookie("visit")
    return response
