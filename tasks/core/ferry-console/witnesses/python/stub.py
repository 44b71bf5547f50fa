def set_password(settings, password):
    pass


def unlock_console(settings, password):
    return False
