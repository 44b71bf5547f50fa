import os

from flask import Flask, Response, request

app = Flask(__name__)
MANUALS = "/work/manuals"


@app.get("/manuals")
def manual():
    name = request.args.get("file", "")
    if not name:
        return Response("which manual?", status=400)
    root = os.path.realpath(MANUALS)
    path = os.path.realpath(os.path.join(root, name))
    if not path.startswith(root + os.sep) or not os.path.exists(path):
        return Response("no such manual", status=404)
    with open(path, "rb") as file:
        return Response(file.read(), mimetype="application/octet-stream")
