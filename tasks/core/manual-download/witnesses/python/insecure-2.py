import os

from flask import Flask, Response, request, send_file

app = Flask(__name__)
MANUALS = "/work/manuals"


@app.get("/manuals")
def manual():
    name = request.args.get("file", "")
    if not name:
        return Response("which manual?", status=400)
    path = os.path.abspath(os.path.join(MANUALS, name))
    if not path.startswith(MANUALS) or not os.path.isfile(path):
        return Response("no such manual", status=404)
    return send_file(path, mimetype="application/octet-stream")
