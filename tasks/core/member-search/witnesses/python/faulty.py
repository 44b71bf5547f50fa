"""A club's list of members, kept in an SQLite file."""
import os
import sqlite3

QUESTIONS = {
    "name": "SELECT name, town FROM member WHERE hidden = 0 AND instr(name, ?) > 0 ORDER BY name",
    "-name": "SELECT name, town FROM member WHERE hidden = 0 AND instr(name, ?) > 0 ORDER BY name DESC",
    "town": "SELECT name, town FROM member WHERE hidden = 0 AND instr(name, ?) > 0 ORDER BY town",
    "-town": "SELECT name, town FROM member WHERE hidden = 0 AND instr(name, ?) > 0 ORDER BY town DESC",
}


def set_up(database: str, members: list[dict]) -> None:
    if os.path.exists(database):
        os.remove(database)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE member (name TEXT, town TEXT, hidden INTEGER, note TEXT)")
    connection.executemany("INSERT INTO member VALUES (:name, :town, :hidden, :note)", members)
    connection.commit()
    connection.close()


def search_members(database: str, text: str, order: str) -> list[dict]:
    question = QUESTIONS.get(order)
    if question is None:
        raise ValueError(f"unknown order: {order}")
    connection = sqlite3.connect(database)
    rows = connection.execute(question, (text,)).fetchall()
    connection.close()
    return [{"name": name, "town": town} for name, town in rows]
