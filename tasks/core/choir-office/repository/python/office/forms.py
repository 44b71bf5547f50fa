"""What the forms of all pages have in common."""
import hmac
from html import escape

from flask import abort, g, request


def page(title: str, body: str) -> str:
    return f"<!doctype html><html lang=en><title>{escape(title)}</title><h1>{escape(title)}</h1>{body}</html>"


def form(*fields: str) -> str:
    """A form that is sent to the page's own path."""
    token = f'<input type="hidden" name="form_token" value="{escape(g.session["form_token"])}">'
    return f'<form method="post">{token}{"".join(fields)}<button>Save</button></form>'


def field(name: str, label: str, value: str) -> str:
    return f'<label>{escape(label)} <input name="{name}" value="{escape(value)}"></label>'


def check_form() -> None:
    """End the request unless it sends a form that this session was shown."""
    sent = request.form.get("form_token", "")
    if not hmac.compare_digest(sent.encode(), g.session["form_token"].encode()):
        abort(403)
