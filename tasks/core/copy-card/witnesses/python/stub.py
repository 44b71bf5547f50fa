from flask import Flask

app = Flask(__name__)


@app.post("/cards")
def make_card():
    return "0000000000000000", 201


@app.route("/card", methods=["GET", "POST"])
def card():
    return "name: \ncity: \nphone: \nrole: reader\ncredit: 200"


@app.post("/copies")
def copy():
    return "200"
