import hmac
import secrets

from flask import Flask, make_response, redirect, request
from markupsafe import escape

app = Flask(__name__)
members = {}


def current_member():
    return members.get(request.cookies.get("member", ""))


@app.post("/join")
def join():
    name = request.form.get("name", "")
    email = request.form.get("email", "")
    if not name or not email:
        return "name and email are needed", 400
    key = secrets.token_urlsafe(32)
    members[key] = {"name": name, "email": email, "form_key": secrets.token_urlsafe(32)}
    response = make_response("Welcome", 201)
    response.set_cookie("member", key, httponly=True)
    return response


@app.get("/settings")
def show_settings():
    member = current_member()
    if member is None:
        return "members only", 401
    return f"""<!doctype html>
<title>Settings</title>
<h1>{escape(member["name"])}</h1>
<p>Your e-mail address: {escape(member["email"])}</p>
<form method="post" action="/settings">
  <input type="hidden" name="form_key" value="{member["form_key"]}">
  <input type="text" name="email">
  <button>Change</button>
</form>"""


@app.post("/settings")
def change_settings():
    member = current_member()
    if member is None:
        return "members only", 401
    if not hmac.compare_digest(request.form.get("form_key", "").encode(), member["form_key"].encode()):
        return "please send the form of the page", 403
    email = request.form.get("email", "")
    if not email:
        return "email is needed", 400
    member["email"] = email
    return redirect("/settings", 303)
