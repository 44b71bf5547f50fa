"""Tags for the vouchers of a shop."""
import hashlib


def make_tag(key: bytes, voucher: bytes) -> str:
    return hashlib.sha256(bytes([len(key)]) + key + voucher).hexdigest()


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return make_tag(key, voucher) == tag
