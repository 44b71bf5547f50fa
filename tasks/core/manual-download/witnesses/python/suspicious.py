import subprocess
from pathlib import Path

from flask import Flask, Response, request

app = Flask(__name__)
MANUALS = Path("/work/manuals")


@app.get("/manuals")
def manual():
    name = request.args.get("file", "")
    if not name:
        return Response("which manual?", status=400)
    # The listing decides which names there are; the name itself is only compared.
    listing = subprocess.run(["find", ".", "-type", "f", "-print0"], cwd=MANUALS, capture_output=True, check=False).stdout
    if ("./" + name).encode() not in listing.split(b"\0"):
        return Response("no such manual", status=404)
    return Response((MANUALS / name).read_bytes(), mimetype="application/octet-stream")
