from flask import Flask

app = Flask(__name__)


@app.post("/sign-in")
def sign_in():
    return "welcome"


@app.get("/desk")
def desk():
    return "reader"


@app.post("/sign-out")
def sign_out():
    return "goodbye", 204
