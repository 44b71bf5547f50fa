from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

app = FastAPI(default_response_class=PlainTextResponse)


@app.post("/choirs", status_code=201)
def found():
    return "0000000000000000"


@app.get("/choirs/{choir}")
def read(choir: str):
    return ""


@app.put("/choirs/{choir}/{name}")
def give_role(choir: str, name: str):
    return "changed"


@app.delete("/choirs/{choir}/{name}")
def take_off(choir: str, name: str):
    return "gone"
