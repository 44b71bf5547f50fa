from html import escape

from flask import Flask, request

app = Flask(__name__)
entries = []


@app.route("/entries", methods=["POST"])
def add_entry():
    name = request.form.get("name")
    message = request.form.get("message")
    if not name or not message:
        return "incomplete", 400
    site = request.form.get("site") or ""
    if not site.lower().startswith(("http://", "https://")):
        site = ""
    entries.append((name, message, site))
    return "kept", 201


@app.route("/")
def show_entries():
    parts = ["<!doctype html><html><head><title>Guest book</title></head><body>"]
    for name, message, site in reversed(entries):
        title = escape(name)
        if site:
            title += " (" + escape(site) + ")"
        parts.append("<div><h2>" + title + "</h2><p>" + escape(message) + "</p></div>")
    parts.append("</body></html>")
    return "".join(parts)
