from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/preview")
def preview():
    body = request.get_json(silent=True)
    if not isinstance(body, dict) or not isinstance(body.get("url"), str):
        return jsonify(error="url is needed"), 400
    return jsonify(error="the page can't be fetched"), 422
