"""The application; somebody else serves it."""
from flask import Flask

from .pages import pages

app = Flask(__name__, static_folder=None)
app.register_blueprint(pages)
