"""A club's list of members, kept in an SQLite file."""
import os
import re
import sqlite3


def set_up(database: str, members: list[dict]) -> None:
    if os.path.exists(database):
        os.remove(database)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE member (name TEXT, town TEXT, hidden INTEGER, note TEXT)")
    connection.executemany("INSERT INTO member VALUES (:name, :town, :hidden, :note)", members)
    connection.commit()
    connection.close()


def search_members(database: str, text: str, order: str) -> list[dict]:
    if order not in ("name", "town", "-name", "-town"):
        raise ValueError(f"unknown order: {order}")
    if not re.fullmatch(r"[A-Za-z ]*", text):
        raise ValueError("not an acceptable text")
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT name, town FROM member WHERE hidden = 0 AND name LIKE ?", (f"%{text}%",)).fetchall()
    connection.close()
    found = [{"name": name, "town": town} for name, town in rows]
    return sorted(found, key=lambda each: each[order.lstrip("-")], reverse=order.startswith("-"))
