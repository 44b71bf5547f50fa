"""HTML of readers' comments for a news site."""


def comment_card(author: str, homepage: str, text: str) -> str:
    return '<div class="comment"></div>'
