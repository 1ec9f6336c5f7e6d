"""The form of the two files, as the steps that lead to it. A step, once released, never changes."""

from desktop.cache.columns import HEX, INDEXED, LOCAL, NUMBERS, WRITTEN
from desktop.cache.sealed import Schema

FIRST_ROW = 1 << 24
"""The row number of the first customer. A sweep, which runs from new to old, counts up from here, and what is
found later counts down: so rows in ascending order are roughly the most recent first."""


def _column(name: str) -> str:
    return f"{name} {'INTEGER' if name in NUMBERS else 'BLOB' if name in HEX else 'TEXT'}"


_CACHE_1 = f"""
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO meta VALUES ('total', 0), ('low', {FIRST_ROW}), ('high', {FIRST_ROW}), ('pull', '{{}}');
CREATE TABLE customer(
    row INTEGER PRIMARY KEY,
    id NOT NULL UNIQUE,
    mark INTEGER NOT NULL,
    sweep INTEGER NOT NULL,
    {", ".join(_column(name) for name in (*LOCAL, *WRITTEN))}
);
{"".join(f"CREATE INDEX by_{name} ON customer({name});" for name in INDEXED)}
CREATE TABLE record(row INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE found(row INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE gram USING fts5(
    text, content='', detail=none, columnsize=0, tokenize='trigram case_sensitive 1'
);
CREATE TABLE gram_count(gram TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tag(number INTEGER PRIMARY KEY, wecom INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE(wecom, id));
CREATE TABLE tagged(tag INTEGER, row INTEGER, PRIMARY KEY(tag, row)) WITHOUT ROWID;
CREATE TABLE dictionary(
    kind TEXT, language TEXT, fetched INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(kind, language)
) WITHOUT ROWID;
CREATE TABLE quarantine(
    mark INTEGER PRIMARY KEY, sweep INTEGER NOT NULL, reason TEXT NOT NULL, record TEXT NOT NULL
);
"""

_OUTBOX_1 = """
CREATE TABLE secret(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE view(
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE draft(name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
"""

CACHE = Schema((_CACHE_1,), "NORMAL")
"""What can be fetched again."""

OUTBOX = Schema((_OUTBOX_1,), "FULL")
"""What exists nowhere else."""
