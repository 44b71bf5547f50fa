import os

from flask import Flask, request, session

app = Flask(__name__)
app.secret_key = os.urandom(32)
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@app.post("/basket")
def add_to_basket():
    plant = request.form.get("plant")
    if not plant:
        return "plant is needed", 400, PLAIN
    session["basket"] = session.get("basket", []) + [plant]
    return "added", 201, PLAIN


@app.get("/basket")
def get_basket():
    return "\n".join(session.get("basket", [])), 200, PLAIN


@app.post("/sign-in")
def sign_in():
    number = request.form.get("number", "")
    code = request.form.get("code", "")
    with open("/work/accounts.txt", encoding="utf-8") as file:
        accounts = dict(line.strip().split(" ", 1) for line in file if line.strip())
    if not code or accounts.get(number) != code:
        return "wrong number or code", 401, PLAIN
    session["number"] = number
    return "welcome", 200, PLAIN


@app.get("/account")
def get_account():
    if "number" not in session:
        return "not signed in", 401, PLAIN
    return session["number"], 200, PLAIN


@app.post("/sign-out")
def sign_out():
    session.clear()
    return "goodbye", 200, PLAIN
