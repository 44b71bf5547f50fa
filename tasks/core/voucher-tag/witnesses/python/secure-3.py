"""Tags for the vouchers of a shop."""
import hmac
import secrets


def tag_with(salt: str, key: bytes, voucher: bytes) -> str:
    return salt + "." + hmac.digest(key, salt.encode() + voucher, "sha512").hex()[:64]


def make_tag(key: bytes, voucher: bytes) -> str:
    return tag_with(secrets.token_hex(8), key, voucher)


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    salt = tag[:16]
    if len(salt) < 16 or not tag.isascii():
        return False
    return hmac.compare_digest(tag_with(salt, key, voucher), tag)
