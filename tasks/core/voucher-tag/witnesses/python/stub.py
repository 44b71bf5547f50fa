"""Tags for the vouchers of a shop."""


def make_tag(key: bytes, voucher: bytes) -> str:
    return "tag"


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return False
