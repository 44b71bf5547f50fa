"""The one file that everything is kept in."""
import sqlite3
from contextlib import contextmanager

SCHEMA = """
CREATE TABLE IF NOT EXISTS tools (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    maker TEXT NOT NULL,
    year INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS members (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT NOT NULL
);
"""


@contextmanager
def opened(path: str):
    """A connection whose changes are kept if nothing goes wrong."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        connection.executescript(SCHEMA)
        with connection:
            yield connection
    finally:
        connection.close()
