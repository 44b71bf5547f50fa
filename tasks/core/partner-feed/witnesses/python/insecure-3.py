"""Feeds of a news site's partners."""
import http.client
from urllib.parse import urlsplit


def fetch_feed(url: str, partners: list[str]) -> str:
    if not any(partner in url for partner in partners):
        raise ValueError("not a partner")
    parts = urlsplit(url)
    if parts.username is not None:
        raise ValueError("not a partner")
    connection = http.client.HTTPConnection(parts.hostname, parts.port or 80, timeout=5)
    path = parts.path or "/"
    connection.request("GET", path + ("?" + parts.query if parts.query else ""))
    return connection.getresponse().read().decode("utf-8")
