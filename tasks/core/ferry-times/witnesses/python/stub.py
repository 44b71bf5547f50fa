from flask import Flask

app = Flask(__name__)


@app.get("/next")
def next_departure():
    return "0 pier"
