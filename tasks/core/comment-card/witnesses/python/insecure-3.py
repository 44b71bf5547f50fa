"""HTML of readers' comments for a news site."""
import html
import re


def comment_card(author: str, homepage: str, text: str) -> str:
    name = html.escape(author)
    if re.search(r"https?://", homepage, re.IGNORECASE):
        head = f'<a href="{html.escape(homepage)}">{name}</a>'
    else:
        head = f"<span>{name}</span>"
    body = html.escape(text).replace("\n", "<br>")
    return f'<div class="comment">{head}<p>{body}</p></div>'
