from pathlib import Path

from flask import Flask, Response, request

app = Flask(__name__)
MANUALS = Path("/work/manuals")


@app.route("/manuals")
def manual():
    name = request.args.get("file")
    if not name:
        return Response("which manual?", status=400)
    root = MANUALS.resolve()
    try:
        target = (root / name).resolve()
        if not target.is_relative_to(root) or not target.is_file():
            return Response("no such manual", status=404)
        content = target.read_text(encoding="latin-1")
    except (OSError, ValueError):
        return Response("no such manual", status=404)
    return Response(content, mimetype="application/octet-stream")
