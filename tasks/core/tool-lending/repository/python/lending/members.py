"""Queries about members."""
import sqlite3


def add(connection: sqlite3.Connection, name: str, phone: str) -> int:
    return connection.execute("INSERT INTO members (name, phone) VALUES (?, ?)", (name, phone)).lastrowid


def phone_of(connection: sqlite3.Connection, number: int) -> str | None:
    """For the desk only: members are called when a tool is late."""
    row = connection.execute("SELECT phone FROM members WHERE number = ?", (number,)).fetchone()
    return None if row is None else row["phone"]
