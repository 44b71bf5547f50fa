"""Tags for the vouchers of a shop."""
import hashlib
import hmac


def name_of(key: bytes) -> str:
    # Tells the clerk which of the shop's keys was used.
    return hashlib.sha1(b"name of " + key).hexdigest()[:4]


def make_tag(key: bytes, voucher: bytes) -> str:
    return name_of(key) + "-" + hmac.new(key, voucher, hashlib.sha256).hexdigest()


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return hmac.compare_digest(make_tag(key, voucher).encode(), tag.encode())
