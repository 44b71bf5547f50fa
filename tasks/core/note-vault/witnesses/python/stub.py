def lock_note(key, text):
    return b""


def open_note(key, locked):
    return ""
