from itertools import islice

from flask import Flask, abort, make_response, request

app = Flask(__name__)
rooms = {}
for n in range(1, 20000 + 1):
    rooms[n] = n % 30


def whole(name, default):
    text = request.args.get(name)
    if text is None:
        return default
    try:
        return int(text)
    except ValueError:
        abort(400)


@app.route("/exhibits")
def show():
    page = max(whole("page", 1), 1)
    size = min(max(whole("size", 20), 1), 100)
    chosen = islice(rooms.items(), (page - 1) * size, page * size)
    answer = make_response("".join(f"{number},{room}\n" for number, room in chosen))
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    return answer
