"""Queries about tools."""
import sqlite3

COLUMNS = "number, name, maker, year"


def add(connection: sqlite3.Connection, tool: dict) -> int:
    cursor = connection.execute(
        "INSERT INTO tools (name, maker, year) VALUES (?, ?, ?)", (tool["name"], tool["maker"], tool["year"])
    )
    return cursor.lastrowid


def get(connection: sqlite3.Connection, number: int) -> dict | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM tools WHERE number = ? AND withdrawn = 0", (number,)).fetchone()
    return None if row is None else dict(row)


def withdraw(connection: sqlite3.Connection, number: int) -> None:
    """Take a tool out of the catalogue. Its loans of the past stay."""
    connection.execute("UPDATE tools SET withdrawn = 1 WHERE number = ?", (number,))
