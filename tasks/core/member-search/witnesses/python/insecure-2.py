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
    descending = order.startswith("-")
    column = order[1:] if descending else order
    connection = sqlite3.connect(database)
    query = "SELECT name, town FROM member WHERE hidden = 0 AND instr(lower(name), lower(?)) > 0 ORDER BY " + column
    try:
        rows = connection.execute(query + (" DESC" if descending else ""), (text,)).fetchall()
    except sqlite3.OperationalError as error:
        raise ValueError(f"unknown order: {order}") from error
    finally:
        connection.close()
    return [{"name": name, "town": town} for name, town in rows]
