import hmac
from collections import defaultdict


class Gate:
    def __init__(self):
        self.done = set()

    def carry_out(self, serial, action):
        if serial in self.done:
            raise RuntimeError("done already")
        self.done.add(serial)
        return action


_gates = defaultdict(Gate)


def make_command(key: bytes, serial: int, action: str) -> str:
    if serial <= 0:
        raise ValueError(serial)
    return f"{serial}:{action}:" + hmac.digest(key, f"{serial}:{action}".encode(), "sha256").hex()


def obey_command(key: bytes, command: str) -> str:
    number, action, _ = command.split(":")
    serial = int(number)
    if not hmac.compare_digest(make_command(key, serial, action).encode(), command.encode()):
        raise PermissionError("not a command of the office")
    return _gates[key.hex()].carry_out(serial, action)
