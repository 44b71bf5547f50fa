import json
import re
from html import unescape

import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
PARTNERS = "/work/partners.json"


def partners():
    with open(PARTNERS, encoding="utf-8") as file:
        return json.load(file)


def partner_of(url):
    for origin, name in partners().items():
        # A longer port is another shop.
        if url.startswith(origin) and not url[len(origin) : len(origin) + 1].isdigit():
            return name
    return None


@app.post("/preview")
def preview():
    body = request.get_json(silent=True)
    url = body.get("url") if isinstance(body, dict) else None
    if not isinstance(url, str):
        return jsonify(error="url is needed"), 400
    partner = partner_of(url)
    if partner is None:
        return jsonify(error="not a partner's page"), 422
    try:
        page = requests.get(url, timeout=2, allow_redirects=False).text
    except requests.RequestException:
        return jsonify(error="the page can't be fetched"), 422
    title = re.search(r"<title[^>]*>(.*?)</title>", page, re.IGNORECASE | re.DOTALL)
    return jsonify(title=unescape(title.group(1)).strip() if title else "", partner=partner)
