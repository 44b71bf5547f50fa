from flask import Flask, render_template_string

app = Flask(__name__)


@app.post("/entries")
def add_entry():
    return "Thank you", 201


@app.get("/")
def show_entries():
    return render_template_string("<!doctype html><title>Guest book</title><h1>Guest book</h1>")
