import re
from html import escape

from flask import Flask, request

app = Flask(__name__)
entries = []


def without_scripts(text):
    return re.sub(r"</?script[^>]*>", "", text, flags=re.IGNORECASE)


@app.post("/entries")
def add_entry():
    name = request.form.get("name", "")
    message = request.form.get("message", "")
    if not name or not message:
        return "name and message are needed", 400
    site = request.form.get("site", "")
    if not site.startswith(("http://", "https://")):
        site = ""
    entries.insert(0, (escape(name), without_scripts(message), escape(site)))
    return "Thank you", 201


@app.get("/")
def show_entries():
    html = "<!doctype html><title>Guest book</title>"
    for name, message, site in entries:
        title = f'<a href="{site}">{name}</a>' if site else name
        html += f"<article><h2>{title}</h2><p>{message}</p></article>"
    return html
