from html import escape

from flask import Flask, request

app = Flask(__name__)
entries = []


@app.post("/entries")
def add_entry():
    name = request.form.get("name", "")
    message = request.form.get("message", "")
    if not name or not message:
        return "name and message are needed", 400
    entries.insert(0, (escape(name), escape(message), escape(request.form.get("site", ""))))
    return "Thank you", 201


@app.get("/")
def show_entries():
    parts = ["<!doctype html><title>Guest book</title>"]
    for name, message, site in entries:
        title = '<a href="' + site + '">' + name + "</a>" if site else name
        parts.append("<article><h2>" + title + "</h2><p>" + message + "</p></article>")
    return "".join(parts)
