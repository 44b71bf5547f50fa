from flask import Flask

app = Flask(__name__)


@app.post("/basket")
def add():
    return "added", 201


@app.get("/basket")
def show_basket():
    return ""


@app.post("/sign-in")
def sign_in():
    return "welcome"


@app.get("/account")
def account():
    return "nobody is signed in", 401


@app.post("/sign-out")
def sign_out():
    return "goodbye"
