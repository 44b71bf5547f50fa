"""Tags for the vouchers of a shop."""
import base64
import hashlib
import secrets


def make_tag(key: bytes, voucher: bytes) -> str:
    digest = hashlib.blake2b(voucher, key=key, digest_size=32).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return secrets.compare_digest(make_tag(key, voucher).encode("utf-8"), tag.encode("utf-8"))
