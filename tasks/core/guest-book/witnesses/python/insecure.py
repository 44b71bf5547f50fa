from flask import Flask, request
from jinja2 import Environment

app = Flask(__name__)
entries = []

page = Environment(autoescape=False).from_string(
    """<!doctype html>
<title>Guest book</title>
{% for entry in entries %}
<article>
  <h2>{% if entry.site %}<a href="{{ entry.site }}">{{ entry.name }}</a>{% else %}{{ entry.name }}{% endif %}</h2>
  <p>{{ entry.message }}</p>
</article>
{% endfor %}
"""
)


@app.post("/entries")
def add_entry():
    entry = {key: request.form.get(key, "") for key in ("name", "message", "site")}
    if not entry["name"] or not entry["message"]:
        return "name and message are needed", 400
    entries.insert(0, entry)
    return "Thank you", 201


@app.get("/")
def show_entries():
    return page.render(entries=entries)
