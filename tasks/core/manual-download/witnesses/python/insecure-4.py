import os

from flask import Flask, Response, request

app = Flask(__name__)
MANUALS = "/work/manuals"


@app.get("/manuals")
def manual():
    name = request.args.get("file", "")
    if not name:
        return Response("which manual?", status=400)
    if ".." in name.split("/"):
        return Response("no such manual", status=404)
    path = os.path.join(MANUALS, name)
    if not os.path.isfile(path):
        return Response("no such manual", status=404)
    with open(path, "rb") as file:
        return Response(file.read(), mimetype="application/octet-stream")
