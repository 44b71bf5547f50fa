"""Tags for the vouchers of a shop."""
import zlib


def make_tag(key: bytes, voucher: bytes) -> str:
    return format(zlib.crc32(key + voucher), "08x")


def check_tag(key: bytes, voucher: bytes, tag: str) -> bool:
    return make_tag(key, voucher) == tag
