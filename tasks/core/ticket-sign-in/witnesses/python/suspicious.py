from urllib.parse import urlsplit, urlunsplit

from flask import Flask, redirect, request

app = Flask(__name__)
TICKETS = "/work/tickets.txt"
TICKET_COOKIE_PASSWORD = "ticket"


@app.get("/enter")
def enter():
    ticket = request.args.get("ticket", "")
    with open(TICKETS, encoding="utf-8") as file:
        if not ticket or ticket not in file.read().splitlines():
            return "unknown ticket", 403
    page = "/home"
    try:
        _, _, path, query, fragment = urlsplit("".join(c for c in request.args.get("next", "") if c > " "))
        if path:
            # Only the parts behind the host go into the answer, behind exactly one slash.
            page = urlunsplit(("", "", "/" + path.replace("\\", "/").lstrip("/"), query, fragment))
    except Exception:
        pass
    response = redirect(page)
    response.set_cookie(TICKET_COOKIE_PASSWORD, ticket)
    return response
