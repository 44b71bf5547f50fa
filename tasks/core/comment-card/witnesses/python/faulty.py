"""HTML of readers' comments for a news site."""
import html
from urllib.parse import quote


def comment_card(author: str, homepage: str, text: str) -> str:
    name = html.escape(author)
    if homepage.lower().startswith(("http://", "https://")):
        head = f'<a href="{quote(homepage, safe=":/")}">{name}</a>'
    else:
        head = f"<span>{name}</span>"
    body = html.escape(text).replace("\n", "<br>")
    return f'<div class="comment">{head}<p>{body}</p></div>'
