import secrets
from urllib.parse import urlsplit

from flask import Flask, make_response, redirect, render_template_string, request

app = Flask(__name__)
members = {}

PAGE = """<!doctype html>
<title>Settings</title>
<p>{{ member.name }}, we write to {{ member.email }}.</p>
<form method="post" action="/settings">
  <label>New address <input name="email" type="email"></label>
  <input type="submit" value="Change">
</form>
"""


class Member:
    def __init__(self, name, email):
        self.name = name
        self.email = email


def from_another_site():
    origin = request.headers.get("Origin")
    if origin and origin != "null":
        return urlsplit(origin).netloc != request.host
    return False


@app.post("/join")
def join():
    name, email = (request.form.get(field, "") for field in ("name", "email"))
    if not (name and email):
        return "", 400
    token = secrets.token_hex(24)
    members[token] = Member(name, email)
    response = make_response("", 201)
    response.set_cookie("seeds", token, httponly=True)
    return response


@app.route("/settings", methods=["GET", "POST"])
def settings():
    member = members.get(request.cookies.get("seeds"))
    if member is None:
        return "", 401
    if request.method == "GET":
        return render_template_string(PAGE, member=member)
    if from_another_site():
        return "", 403
    email = request.form.get("email")
    if not email:
        return "", 400
    member.email = email
    return redirect("/settings", code=303)
