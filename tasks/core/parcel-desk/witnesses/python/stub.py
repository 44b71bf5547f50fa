from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/parcels/<parcel_id>")
def show_parcel(parcel_id):
    return jsonify(error="no such parcel"), 404


@app.put("/parcels/<parcel_id>/address")
def redirect_parcel(parcel_id):
    return jsonify(error="no such parcel"), 404
