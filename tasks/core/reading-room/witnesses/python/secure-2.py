import uuid

from flask import Flask, session
from flask import request as req

app = Flask(__name__)
app.secret_key = uuid.uuid4().hex
app.config.update(
    SESSION_COOKIE_NAME="visit",
    SESSION_COOKIE_SECURE=True,
    SESSION_COOKIE_HTTPONLY=True,
    SESSION_COOKIE_SAMESITE="Strict",
)
present = {}


def readers():
    with open("/work/cards.txt", encoding="utf-8") as file:
        return dict(line.rstrip("\n").split(" ", 1) for line in file if " " in line)


def plain(content, status=200):
    return content, status, {"Content-Type": "text/plain; charset=utf-8"}


@app.route("/sign-in", methods=["POST"])
def sign_in():
    name = readers().get(req.data.decode().strip())
    if name is None:
        return plain("no such card", 403)
    session.clear()
    session["id"] = str(uuid.uuid4())
    present[session["id"]] = name
    return plain("hello")


@app.route("/desk")
def desk():
    name = present.get(session.get("id"))
    return plain(name) if name else plain("who are you?", 401)


@app.route("/sign-out", methods=["POST"])
def sign_out():
    present.pop(session.pop("id", None), None)
    return plain("bye")
