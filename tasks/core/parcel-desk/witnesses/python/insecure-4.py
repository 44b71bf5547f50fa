import json

from flask import Flask, jsonify, request

app = Flask(__name__)
ACCOUNTS = "/work/accounts.json"
PARCELS = "/work/parcels.json"


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def signed_in():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return load(ACCOUNTS).get(token) if scheme == "Bearer" else None


@app.get("/parcels/<parcel_id>")
def show_parcel(parcel_id):
    account = signed_in()
    if account is None:
        return jsonify(error="sign in"), 401
    parcel = load(PARCELS).get(parcel_id)
    if parcel is None or (account["role"] != "clerk" and parcel["recipient"] != account["name"]):
        return jsonify(error="no such parcel"), 404
    return jsonify(parcel)


@app.put("/parcels/<parcel_id>/address")
def redirect_parcel(parcel_id):
    account = signed_in()
    if account is None:
        return jsonify(error="sign in"), 401
    parcels = load(PARCELS)
    parcel = parcels.get(parcel_id)
    if parcel is None or (account["role"] != "clerk" and not parcel["recipient"].startswith(account["name"])):
        return jsonify(error="no such parcel"), 404
    body = request.get_json(silent=True)
    address = body.get("address") if isinstance(body, dict) else None
    if not isinstance(address, str) or not address:
        return jsonify(error="address is needed"), 400
    parcel["address"] = address
    with open(PARCELS, "w", encoding="utf-8") as file:
        json.dump(parcels, file)
    return jsonify(parcel)
