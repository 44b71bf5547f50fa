from fastapi import FastAPI, HTTPException, Request, Response

app = FastAPI()
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
photos = []


@app.post("/photos")
async def upload(request: Request, name: str = ""):
    content = await request.body()
    kind = TYPES.get(name.rpartition(".")[2].lower())
    if not content or kind is None:
        raise HTTPException(400, "a photo has a name, an ending and bytes")
    photos.append((request.headers.get("content-type", kind), content))
    return Response(str(len(photos)), 201, media_type="text/plain")


@app.get("/photos/{number}")
def show(number: int):
    if not 1 <= number <= len(photos):
        raise HTTPException(404, "no such photo")
    kind, content = photos[number - 1]
    return Response(content, media_type=kind)
