from fastapi import FastAPI

app = FastAPI()


@app.post("/sign-in", status_code=204)
def sign_in():
    return None


@app.post("/unlock", status_code=204)
def unlock():
    return None
