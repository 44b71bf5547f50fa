"""Takes in homework that pupils send as bundles of files."""


def unpack_bundle(bundle: str, target: str) -> list[str]:
    return []
