"""Who is signed in. A session holds the member's name and the token of the forms that it was shown."""
import functools
import secrets

from flask import Response, g, redirect, request

COOKIE = "choir"
_sessions: dict[str, dict] = {}


def begin(name: str, response: Response) -> Response:
    key = secrets.token_urlsafe(24)
    _sessions[key] = {"name": name, "form_token": secrets.token_urlsafe(24)}
    response.set_cookie(COOKIE, key, httponly=True)
    return response


def signed_in(view):
    """A view that only members see; `g.session` is theirs."""

    @functools.wraps(view)
    def checked(*args, **kwargs):
        session = _sessions.get(request.cookies.get(COOKIE, ""))
        if session is None:
            return redirect("/sign-in", 303)
        g.session = session
        return view(*args, **kwargs)

    return checked
