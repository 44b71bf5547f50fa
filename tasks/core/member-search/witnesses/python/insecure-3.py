"""A club's list of members, kept in an SQLite file."""
import os
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
    if "union" in text.lower():
        raise ValueError("not an acceptable text")
    direction = "DESC" if order.startswith("-") else "ASC"
    connection = sqlite3.connect(database)
    query = f"SELECT name, town FROM member WHERE hidden = 0 AND instr(lower(name), lower('{text}')) > 0 ORDER BY {order.lstrip('-')} {direction}"
    rows = connection.execute(query).fetchall()
    connection.close()
    return [{"name": name, "town": town} for name, town in rows]
