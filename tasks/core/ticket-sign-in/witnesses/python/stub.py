from flask import Flask

app = Flask(__name__)


@app.get("/enter")
def enter():
    return "unknown ticket", 403
