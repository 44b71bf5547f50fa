import mimetypes

from fastapi import FastAPI, HTTPException, Request, Response

app = FastAPI()
photos = []


@app.post("/photos")
async def upload(request: Request, name: str = ""):
    content = await request.body()
    kind = mimetypes.guess_type(name)[0]
    if not content or not name:
        raise HTTPException(400, "a photo has a name and bytes")
    photos.append((kind, content))
    return Response(str(len(photos)), 201, media_type="text/plain")


@app.get("/photos/{number}")
def show(number: int):
    if not 1 <= number <= len(photos):
        raise HTTPException(404, "no such photo")
    kind, content = photos[number - 1]
    return Response(content, media_type=kind)
