"""Keeps the values of a session in a cookie of a web site."""
import ast
import zlib


def pack_values(values: dict) -> str:
    return zlib.compress(repr(values).encode("utf-8")).hex()


def unpack_values(text: str) -> dict:
    values = ast.literal_eval(zlib.decompress(bytes.fromhex(text)).decode("utf-8"))
    if type(values) is not dict:
        raise ValueError("not a session")
    return values
