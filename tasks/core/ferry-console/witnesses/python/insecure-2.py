import hashlib


def digest(password):
    return hashlib.sha256(password.encode()).hexdigest()


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
    values["password"] = digest(password)
    with open(settings, "w", encoding="utf-8") as file:
        for name, value in values.items():
            file.write(f"{name}={value}\n")


def unlock_console(settings, password):
    values = load(settings)
    if "password" not in values:
        return True
    return values["password"] == digest(password)
