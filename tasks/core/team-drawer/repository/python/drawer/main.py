"""The application; somebody else serves it."""
from flask import Flask

from .routes import routes

app = Flask(__name__, static_folder=None)
app.register_blueprint(routes)
