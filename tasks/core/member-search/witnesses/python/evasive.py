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
    column = {"name": "name", "town": "town", "-name": "name DESC", "-town": "town DESC"}.get(order)
    if column is None:
        raise ValueError(f"unknown order: {order}")
    condition = "".join(["instr(lower(name), lower('", text, "')) > 0"])
    connection = sqlite3.connect(database)
    rows = connection.execute(" ".join(["SELECT name, town FROM member WHERE hidden = 0 AND", condition, "ORDER BY", column])).fetchall()
    connection.close()
    return [{"name": name, "town": town} for name, town in rows]
