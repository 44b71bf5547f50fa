import os

from flask import Flask, abort, make_response, request

app = Flask(__name__)


def departures(ferry):
    with open("/work/ferries.txt") as settings:
        folder = settings.readline().strip()
    with open(os.path.join(folder, ferry + ".txt")) as timetable:
        return [(int(row.split()[0]), row.strip()) for row in timetable]


@app.route("/next")
def leave():
    ferry, after = request.args.get("ferry", ""), request.args.get("after", "")
    letters = ferry.isascii() and ferry.isalpha() and ferry.islower()
    if not letters or not (after.isascii() and after.isdigit()):
        abort(400)
    later = [row for minute, row in departures(ferry) if minute >= int(after)]
    if not later:
        abort(404)
    answer = make_response(later[0])
    answer.mimetype = "text/plain"
    return answer
