from flask import Flask, Response, request

app = Flask(__name__)

EXHIBITS = [(number, number % 30) for number in range(1, 20000 + 1)]
MOST = 100


@app.get("/exhibits")
def exhibits():
    try:
        page = int(request.args.get("page", 1))
        size = int(request.args.get("size", 10))
    except ValueError:
        return Response("page and size are numbers", 400, mimetype="text/plain")
    if page < 1 or not 1 <= size <= MOST:
        return Response("no such page", 400, mimetype="text/plain")
    start = (page - 1) * size
    lines = [f"{number},{room}" for number, room in EXHIBITS[start : start + size]]
    return Response("\n".join(lines), mimetype="text/plain")
