import json
from pathlib import Path

from flask import Flask, abort, g, request

app = Flask(__name__)
PARCELS = Path("/work/parcels.json")


@app.before_request
def sign_in():
    accounts = json.loads(Path("/work/accounts.json").read_text())
    g.account = accounts.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
    if g.account is None:
        abort(401)


def own_parcels():
    """What the account can see at all; whatever is not in here does not exist for it."""
    parcels = json.loads(PARCELS.read_text())
    if g.account["role"] == "clerk":
        return parcels, parcels
    return parcels, {key: parcel for key, parcel in parcels.items() if parcel["recipient"] == g.account["name"]}


@app.route("/parcels/<key>", methods=["GET"])
def show(key):
    _, mine = own_parcels()
    if key not in mine:
        abort(404)
    return mine[key]


@app.route("/parcels/<key>/address", methods=["PUT"])
def change(key):
    parcels, mine = own_parcels()
    if key not in mine:
        abort(404)
    address = (request.get_json(force=True) or {}).get("address")
    if not isinstance(address, str) or address == "":
        abort(400)
    mine[key]["address"] = address
    PARCELS.write_text(json.dumps(parcels))
    return mine[key]
