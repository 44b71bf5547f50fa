from flask import Flask, abort, request, send_from_directory

app = Flask(__name__)
MANUALS = "/work/manuals"


@app.get("/manuals")
def manual():
    name = request.args.get("file", "")
    if not name:
        abort(400)
    return send_from_directory(MANUALS, name)
