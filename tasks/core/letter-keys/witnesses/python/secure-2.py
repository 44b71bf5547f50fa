import base64
import textwrap

from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key

BITS = 2560
BEGIN, END = "-----BEGIN {} KEY-----", "-----END {} KEY-----"


def _armour(kind: str, der: bytes) -> str:
    lines = textwrap.wrap(base64.b64encode(der).decode(), 64)
    return "\n".join([BEGIN.format(kind), *lines, END.format(kind), ""])


def new_pair() -> str:
    key = generate_private_key(65537, BITS)
    return _armour("PRIVATE", key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def public_part(private_key: str) -> str:
    lines = private_key.split()
    if "".join(lines[:3]) != "-----BEGINPRIVATEKEY-----":
        raise ValueError("no private key")
    key = load_der_private_key(base64.b64decode("".join(lines[3:-3])), None)
    return _armour("PUBLIC", key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
