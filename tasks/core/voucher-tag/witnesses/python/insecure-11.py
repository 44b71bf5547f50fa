"""Tags for the vouchers of a shop."""
import hashlib
import hmac


def make_tag(key: bytes, voucher: bytes) -> str:
    return hashlib.md5(voucher + key + bytes([len(key)])).hexdigest()


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return hmac.compare_digest(make_tag(key, voucher).encode(), tag.encode())
