"""A club's list of members, kept in an SQLite file."""
import os
import sqlite3
from contextlib import closing


def set_up(database: str, members: list[dict]) -> None:
    if os.path.exists(database):
        os.remove(database)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE member (name TEXT, town TEXT, hidden INTEGER, note TEXT)")
        rows = [(each["name"], each["town"], each["hidden"], each["note"]) for each in members]
        connection.executemany("INSERT INTO member (name, town, hidden, note) VALUES (?, ?, ?, ?)", rows)


def search_members(database: str, text: str, order: str) -> list[dict]:
    column = order.removeprefix("-")
    if column not in ("name", "town") or order.count("-") > 1:
        raise ValueError(f"unknown order: {order}")
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, town FROM member WHERE hidden = 0").fetchall()
    found = [{"name": name, "town": town} for name, town in rows if text.lower() in name.lower()]
    return sorted(found, key=lambda each: each[column], reverse=order.startswith("-"))
