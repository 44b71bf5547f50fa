from flask import Flask

app = Flask(__name__)


@app.post("/join")
def join():
    return "Welcome", 201


@app.get("/settings")
def show_settings():
    return "<!doctype html><title>Settings</title>"


@app.post("/settings")
def change_settings():
    return "", 303, {"Location": "/settings"}
