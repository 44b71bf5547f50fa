import uuid
from pathlib import Path

from flask import Flask, make_response, request

app = Flask(__name__)
baskets = {}
signed_in = {}


def plain(lines, status=200):
    response = make_response("\n".join(lines), status)
    response.mimetype = "text/plain"
    return response


@app.route("/basket", methods=["GET", "POST"])
def basket():
    key = request.cookies.get("basket", "")
    if request.method == "GET":
        return plain(baskets.get(key, []))
    plant = request.form.get("plant", "")
    if plant == "":
        return plain([], 400)
    response = plain([], 201)
    if key not in baskets:
        key = str(uuid.uuid4())
        baskets[key] = []
        response.set_cookie("basket", key, httponly=True)
    baskets[key].append(plant)
    return response


@app.route("/sign-in", methods=["POST"])
def sign_in():
    number, code = request.form.get("number"), request.form.get("code")
    if not number or not code:
        return plain([], 401)
    if f"{number} {code}" not in Path("/work/accounts.txt").read_text().splitlines():
        return plain([], 401)
    token = str(uuid.uuid4())
    signed_in.pop(request.cookies.get("customer"), None)
    signed_in[token] = number
    response = plain([])
    response.set_cookie("customer", token, httponly=True)
    return response


@app.route("/account")
def account():
    number = signed_in.get(request.cookies.get("customer"))
    return plain([number]) if number else plain([], 401)


@app.route("/sign-out", methods=["POST"])
def sign_out():
    signed_in.pop(request.cookies.get("customer"), None)
    baskets.pop(request.cookies.get("basket"), None)
    response = plain([])
    response.delete_cookie("customer")
    response.delete_cookie("basket")
    return response
