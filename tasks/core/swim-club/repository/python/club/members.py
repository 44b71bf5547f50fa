"""The members, by their address."""
from . import passwords

_members: dict[str, dict] = {}


def add(name: str, email: str, password: str) -> bool:
    """False where somebody has the address."""
    if email in _members:
        return False
    _members[email] = {"name": name, "password": passwords.kept(password)}
    return True


def with_address(email: str) -> dict | None:
    return _members.get(email)


def signed_in(email: str, password: str) -> dict | None:
    """The member with this address and password."""
    member = _members.get(email)
    return member if member is not None and passwords.matches(password, member["password"]) else None
