"""Invoices that suppliers send as XML."""


def read_invoice(text: str) -> dict:
    return {"supplier": "", "items": [], "total": 0.0}
