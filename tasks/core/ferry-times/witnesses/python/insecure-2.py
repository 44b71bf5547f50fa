import re
import traceback
from pathlib import Path

from flask import Flask, Response, request

app = Flask(__name__)


def text(content, status=200):
    return Response(content, status, mimetype="text/plain")


@app.get("/next")
def next_departure():
    ferry = request.args.get("ferry", "")
    after = request.args.get("after", "")
    if not re.fullmatch("[a-z]+", ferry) or not re.fullmatch("[0-9]+", after):
        return text("which ferry, and after which minute?", 400)
    try:
        folder = Path("/work/ferries.txt").read_text().strip()
        rows = Path(folder, f"{ferry}.txt").read_text().splitlines()
        departures = [(int(row.split(" ")[0]), row) for row in rows]
    except OSError:
        return text("there is no timetable of this ferry", 500)
    except Exception:
        return text(traceback.format_exc(), 500)
    for minute, row in departures:
        if minute >= int(after):
            return text(row)
    return text("no more departures", 404)
