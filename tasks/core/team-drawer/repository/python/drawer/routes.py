"""What the service answers."""
from flask import Blueprint, jsonify, request

from . import settings, store
from .teams import check_key

routes = Blueprint("drawer", __name__)


@routes.get("/teams/<team>/files")
def list_route(team: str):
    check_key(team)
    return jsonify(store.list_files(team))


@routes.put("/teams/<team>/files/<name>")
def upload_route(team: str, name: str):
    check_key(team)
    content = request.get_data()
    if len(content) > settings.LARGEST:
        return jsonify(error="too large"), 413
    try:
        store.save_file(team, name, content)
    except store.BadName:
        return jsonify(error="not a plain name"), 400
    return "", 204
