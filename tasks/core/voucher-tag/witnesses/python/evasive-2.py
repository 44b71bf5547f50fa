"""Tags for the vouchers of a shop."""
import base64
import hashlib
import hmac


def make_tag(key: bytes, voucher: bytes) -> str:
    state = hashlib.sha512(key)
    state.update(voucher)
    return base64.urlsafe_b64encode(state.digest()).decode("ascii").rstrip("=")


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return hmac.compare_digest(make_tag(key, voucher).encode(), tag.encode())
