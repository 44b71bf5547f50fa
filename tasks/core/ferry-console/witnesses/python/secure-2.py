import hashlib
import hmac
import re
import secrets

MARK = "console.key="


def _mix(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=salt.encode(), n=4096, r=8, p=1).hex()


def set_password(settings: str, password: str) -> None:
    if len(password) < 10:
        raise ValueError("too short")
    with open(settings, encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if not line.startswith(MARK)]
    salt = secrets.token_hex(8)
    lines.append(f"{MARK}{salt}:{_mix(password, salt)}")
    with open(settings, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def unlock_console(settings: str, password: str) -> bool:
    with open(settings, encoding="utf-8") as file:
        found = re.search(rf"^{re.escape(MARK)}([0-9a-f]{{16}}):([0-9a-f]{{128}})$", file.read(), re.MULTILINE)
    return found is not None and hmac.compare_digest(_mix(password, found[1]), found[2])
