import itertools

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response

app = FastAPI()
numbers = itertools.count(1)
kept: dict[int, tuple[str, bytes]] = {}


def type_of(name: str) -> str:
    lower = name.lower()
    if lower.endswith(".png"):
        return "image/png"
    if lower.endswith(".jpg"):
        return "image/jpeg"
    if lower.endswith(".gif"):
        return "image/gif"
    return "application/octet-stream"


@app.post("/photos")
async def keep(request: Request):
    name = request.query_params.get("name", "")
    content = b"".join([chunk async for chunk in request.stream()])
    if name == "" or content == b"":
        return PlainTextResponse("name and file, please", status_code=400)
    number = next(numbers)
    kept[number] = (name, content)
    return PlainTextResponse(f"{number}\n", status_code=201)


@app.get("/photos/{number}")
async def show(number: int):
    if number not in kept:
        return PlainTextResponse("nothing here", status_code=404)
    name, content = kept[number]
    return Response(content, headers={"Content-Type": type_of(name), "X-Content-Type-Options": "nosniff"})
