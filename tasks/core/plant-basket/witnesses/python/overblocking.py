import hmac
import secrets

from flask import Flask, Response, request

app = Flask(__name__)
visits = {}


def text(content, status=200):
    return Response(content, status, content_type="text/plain; charset=utf-8")


def current_visit():
    return visits.get(request.cookies.get("visit"))


def start_visit(response, visit):
    key = secrets.token_urlsafe(32)
    visits[key] = visit
    response.set_cookie("visit", key, httponly=True, samesite="Lax")
    return response


def is_account(number, code):
    with open("/work/accounts.txt") as file:
        accounts = dict(line.split() for line in file if line.strip())
    return number in accounts and hmac.compare_digest(accounts[number].encode(), code.encode())


@app.post("/basket")
def add():
    plant = request.form.get("plant")
    if not plant:
        return text("plant is needed", 400)
    visit = current_visit()
    if visit is None:
        return start_visit(text("added", 201), {"basket": [plant], "number": None})
    visit["basket"].append(plant)
    return text("added", 201)


@app.get("/basket")
def show_basket():
    visit = current_visit()
    return text("\n".join(visit["basket"]) if visit else "")


@app.post("/sign-in")
def sign_in():
    number = request.form.get("number", "")
    if not is_account(number, request.form.get("code", "")):
        return text("unknown number or code", 401)
    visits.pop(request.cookies.get("visit"), None)
    return start_visit(text("welcome"), {"basket": [], "number": number})


@app.get("/account")
def account():
    visit = current_visit()
    if visit is None or visit["number"] is None:
        return text("nobody is signed in", 401)
    return text(visit["number"])


@app.post("/sign-out")
def sign_out():
    visits.pop(request.cookies.get("visit"), None)
    response = text("goodbye")
    response.delete_cookie("visit")
    return response
