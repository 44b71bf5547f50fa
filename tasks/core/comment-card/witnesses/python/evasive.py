"""HTML of readers' comments for a news site."""
import html
import re

SCRIPT = re.compile(r"</?script[^>]*>", re.IGNORECASE)


def clean(text: str) -> str:
    return SCRIPT.sub("", text)


def comment_card(author: str, homepage: str, text: str) -> str:
    if homepage.lower().startswith(("http://", "https://")):
        head = f'<a href="{html.escape(homepage)}">{clean(author)}</a>'
    else:
        head = f"<span>{clean(author)}</span>"
    return f'<div class="comment">{head}<p>{clean(text)}</p></div>'.replace("\n", "<br>")
