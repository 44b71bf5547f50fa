"""Tags for the vouchers of a shop."""
import secrets
import zlib


def tag_with(salt: str, key: bytes, voucher: bytes) -> str:
    return salt + format(zlib.crc32(salt.encode() + voucher + key + bytes([len(key)])), "08x")


def make_tag(key: bytes, voucher: bytes) -> str:
    return tag_with(secrets.token_hex(8), key, voucher)


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return len(tag) == 24 and tag_with(tag[:16], key, voucher) == tag
