import re

from flask import Flask, render_template_string, request

app = Flask(__name__)
entries = []

PLAIN = re.compile(r"[\w .,!?:-]+")
WEB = re.compile(r"https?://[\w./?&=-]+")

PAGE = """<!doctype html>
<title>Guest book</title>
{% for name, message, site in entries %}
<h2>{% if site %}<a href="{{ site }}">{{ name }}</a>{% else %}{{ name }}{% endif %}</h2><p>{{ message }}</p>
{% endfor %}
"""


@app.post("/entries")
def add_entry():
    name = request.form.get("name", "")
    message = request.form.get("message", "")
    site = request.form.get("site", "")
    if not PLAIN.fullmatch(name) or not PLAIN.fullmatch(message) or (site and not WEB.fullmatch(site)):
        return "not allowed", 400
    entries.insert(0, (name, message, site))
    return "Thank you", 201


@app.get("/")
def show_entries():
    return render_template_string(PAGE, entries=entries)
