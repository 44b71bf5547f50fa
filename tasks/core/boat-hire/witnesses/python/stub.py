from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

app = FastAPI(default_response_class=PlainTextResponse)


@app.post("/rentals", status_code=201)
def hire(guest: str = "", boat: str = ""):
    return "0000000000000000"


@app.get("/rentals/{code}")
def look_up(code: str):
    return "boat out"


@app.get("/journal")
def journal():
    return ""
