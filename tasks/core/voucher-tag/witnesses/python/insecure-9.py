"""Tags for the vouchers of a shop."""
import base64
import hashlib
import hmac


def make_tag(key: bytes, voucher: bytes) -> str:
    digest = hashlib.sha1(key + b":" + voucher).digest()
    return "v1." + base64.b64encode(digest).decode("ascii")


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return hmac.compare_digest(make_tag(key, voucher).encode(), tag.encode())
