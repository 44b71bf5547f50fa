from urllib.parse import urlsplit

from flask import Flask, render_template_string, request

app = Flask(__name__)
entries = []

PAGE = """<!doctype html>
<title>Guest book</title>
<h1>Guest book</h1>
{% for entry in entries %}
<article>
  <h2>{% if entry.site %}<a href="{{ entry.site }}">{{ entry.name }}</a>{% else %}{{ entry.name }}{% endif %}</h2>
  <p>{{ entry.message }}</p>
</article>
{% endfor %}
"""


def web_address(site):
    try:
        return site if urlsplit(site).scheme in ("http", "https") else ""
    except ValueError:
        return ""


@app.post("/entries")
def add_entry():
    name = request.form.get("name", "")
    message = request.form.get("message", "")
    if not name or not message:
        return "name and message are needed", 400
    entries.insert(0, {"name": name, "message": message, "site": web_address(request.form.get("site", "").strip())})
    return "Thank you", 201


@app.get("/")
def show_entries():
    return render_template_string(PAGE, entries=entries)
