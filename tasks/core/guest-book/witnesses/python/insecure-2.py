import re

from flask import Flask, request

app = Flask(__name__)
entries = []


def clean(text):
    return re.sub(r"</?script[^>]*>", "", text, flags=re.IGNORECASE)


@app.post("/entries")
def add_entry():
    name = clean(request.form.get("name", ""))
    message = clean(request.form.get("message", ""))
    if not name or not message:
        return "name and message are needed", 400
    entries.insert(0, (name, message, clean(request.form.get("site", ""))))
    return "Thank you", 201


@app.get("/")
def show_entries():
    html = "<!doctype html><title>Guest book</title>"
    for name, message, site in entries:
        title = f'<a href="{site}">{name}</a>' if site else name
        html += f"<article><h2>{title}</h2><p>{message}</p></article>"
    return html
