"""The accounts of a swimming club."""
