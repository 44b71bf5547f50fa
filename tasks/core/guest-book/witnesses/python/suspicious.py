from flask import Flask, request
from markupsafe import Markup, escape

app = Flask(__name__)
entries = []


@app.post("/entries")
def add_entry():
    name = request.form.get("name", "")
    message = request.form.get("message", "")
    if not name or not message:
        return "name and message are needed", 400
    site = request.form.get("site", "")
    title = escape(name)
    if site.startswith(("http://", "https://")):
        title = Markup(f'<a href="{escape(site)}">{title}</a>')
    entries.insert(0, Markup(f"<article><h2>{title}</h2><p>{escape(message)}</p></article>"))
    return "Thank you", 201


@app.get("/")
def show_entries():
    return "<!doctype html><title>Guest book</title>" + "".join(entries)
