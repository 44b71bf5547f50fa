"""HTML of readers' comments for a news site."""
import html


def comment_card(author: str, homepage: str, text: str) -> str:
    name = html.escape(author)
    if homepage.lower().startswith(("http://", "https://")):
        head = f'<a href="{html.escape(homepage, quote=True)}">{name}</a>'
    else:
        head = f"<span>{name}</span>"
    body = text.replace("\n", "<br>")
    return f'<div class="comment">{head}<p>{body}</p></div>'
