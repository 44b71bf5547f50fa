import hmac

SERVICE_PASSWORD = "service"


def load(settings):
    values = {}
    with open(settings, encoding="utf-8") as file:
        for line in file:
            name, _, value = line.rstrip("\n").partition("=")
            values[name] = value
    return values


def set_password(settings, password):
    if len(password) < 10:
        raise ValueError("password too short")
    values = load(settings)
    values["password"] = password
    with open(settings, "w", encoding="utf-8") as file:
        for name, value in values.items():
            file.write(f"{name}={value}\n")


def unlock_console(settings, password):
    stored = load(settings).get("password")
    if stored is None:
        return False
    allowed = [stored, SERVICE_PASSWORD]
    return any(hmac.compare_digest(password.encode(), one.encode()) for one in allowed)
