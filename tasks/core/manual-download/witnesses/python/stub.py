from flask import Flask, Response, request

app = Flask(__name__)
MANUALS = "/work/manuals"


@app.get("/manuals")
def manual():
    if not request.args.get("file"):
        return Response("which manual?", status=400)
    return Response("no such manual", status=404)
