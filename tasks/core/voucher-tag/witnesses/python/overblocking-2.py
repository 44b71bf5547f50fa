"""Tags for the vouchers of a shop."""
import hashlib
import hmac


def make_tag(key: bytes, voucher: bytes) -> str:
    if len(key) < 32:
        raise ValueError("the key is too short")
    return hmac.new(key, voucher, hashlib.sha256).hexdigest()


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return hmac.compare_digest(make_tag(key, voucher).encode(), tag.encode())
