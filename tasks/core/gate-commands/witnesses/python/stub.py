def make_command(key, serial, action):
    return ""


def obey_command(key, command):
    return ""
