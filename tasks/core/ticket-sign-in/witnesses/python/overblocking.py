import re

from flask import Flask, redirect, request

app = Flask(__name__)
TICKETS = "/work/tickets.txt"


@app.get("/enter")
def enter():
    ticket = request.args.get("ticket", "")
    with open(TICKETS, encoding="utf-8") as file:
        if not ticket or ticket not in file.read().splitlines():
            return "unknown ticket", 403
    page = request.args.get("next", "")
    if "//" in page or ":" in page or not re.fullmatch(r"/[\w/?&=#-]*", page):
        page = "/home"
    response = redirect(page)
    response.set_cookie("ticket", ticket, httponly=True)
    return response
