from fastapi import FastAPI

app = FastAPI()


@app.post("/photos", status_code=201)
def upload(name: str = ""):
    return 1


@app.get("/photos/{number}")
def show(number: int):
    return ""
