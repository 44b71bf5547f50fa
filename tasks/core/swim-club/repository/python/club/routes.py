"""What the service answers."""
from flask import Blueprint, jsonify, request

from . import letters, members
from .passwords import is_password

routes = Blueprint("club", __name__)


def fields(*names: str) -> list | None:
    """Strings of the body; None where one is missing."""
    body = request.get_json(silent=True)
    values = [body.get(name) for name in names] if isinstance(body, dict) else [None]
    return values if all(isinstance(value, str) and value for value in values) else None


@routes.post("/members")
def register():
    given = fields("name", "email", "password")
    if given is None or not is_password(given[2]):
        return jsonify(error="name, email and password are needed"), 400
    name, email, password = given
    if not members.add(name, email, password):
        return jsonify(error="somebody has this address"), 409
    letters.send(email, "Welcome", f"Dear {name},\n\nwelcome to the club. See you at the pool!\n")
    return "", 201


@routes.post("/sign-in")
def sign_in():
    given = fields("email", "password")
    member = None if given is None else members.signed_in(*given)
    if member is None:
        return jsonify(error="address and password do not match"), 403
    return jsonify(name=member["name"])
