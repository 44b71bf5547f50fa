"""The pages."""
from html import escape

from flask import Blueprint, g, redirect, request

from . import members, sessions
from .forms import check_form, field, form, page
from .sessions import signed_in

pages = Blueprint("pages", __name__)


@pages.get("/sign-in")
def sign_in_page():
    return page("Sign in", '<form method="post"><label>Code <input name="code"></label><button>Sign in</button></form>')


@pages.post("/sign-in")
def sign_in():
    name = members.name_with_code(request.form.get("code", ""))
    if name is None:
        return page("Sign in", "<p>There is no such code.</p>"), 403
    return sessions.begin(name, redirect("/account", 303))


@pages.get("/account")
@signed_in
def account():
    name = g.session["name"]
    member = members.load()[name]
    rows = "".join(f"<dt>{key}<dd>{escape(member[key])}" for key in ("email", "street"))
    return page(name, f'<dl>{rows}</dl><a href="/account/street">Change the street</a>')


@pages.get("/account/street")
@signed_in
def street_page():
    member = members.load()[g.session["name"]]
    return page("Street", form(field("street", "Street and number", member["street"])))


@pages.post("/account/street")
@signed_in
def change_street():
    check_form()
    street = request.form.get("street", "").strip()
    if not 1 <= len(street) <= 200:
        return page("Street", "<p>This is no street.</p>"), 400
    everybody = members.load()
    everybody[g.session["name"]]["street"] = street
    members.save(everybody)
    return redirect("/account", 303)
