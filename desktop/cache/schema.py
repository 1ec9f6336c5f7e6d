"""The form of the two files, as the steps that lead to it. A step, once released, never changes."""

import apsw

from desktop.cache.columns import HEX, INDEXED, LOCAL, NUMBERS, WRITTEN
from desktop.cache.sealed import Schema

FIRST_ROW = 1 << 24
"""The row number of the first customer. A sweep, which runs from new to old, counts up from here, and what is
found later counts down: so rows in ascending order are roughly the most recent first."""

SHORT_ROW = 1 << 21
"""The first row number of a file begun today: it stands in each of a customer's dozen index entries.

Three bytes are enough for 6,000,000 customers of the first sweep, and 2,000,000 that are found later.
"""

_LEAF_BYTES = 3_980
"""What a leaf of the search's index holds: the usual 4,050 bytes do not fit a page beside what encrypts it."""

_SHARED_TEXTS = (
    "enterprise_name",
    "agent_name",
    "province_name",
    "city_name",
    "district_name",
    "country_id",
    "province_id",
    "city_id",
    "district_id",
)

EVERY_ROW = 1 << 62
"""A row number above every row: what holds of all rows below it holds of all."""


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

_CACHE_2 = """
CREATE TABLE pending(
    entry TEXT PRIMARY KEY, customer NOT NULL, seq INTEGER NOT NULL, added TEXT NOT NULL, removed TEXT NOT NULL,
    settled INTEGER, until INTEGER
) WITHOUT ROWID;
CREATE INDEX pending_of ON pending(customer, seq);
CREATE INDEX pending_until ON pending(until) WHERE until IS NOT NULL;
"""

_OUTBOX_2 = """
CREATE TABLE entry(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, state TEXT NOT NULL,
    body TEXT NOT NULL, base TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL,
    created REAL NOT NULL, changed REAL NOT NULL, sent REAL NOT NULL, gesture TEXT NOT NULL, job TEXT NOT NULL
);
CREATE INDEX entry_waiting ON entry(seq) WHERE state <> 'done';
CREATE INDEX entry_gesture ON entry(gesture);
CREATE TABLE identity(local TEXT PRIMARY KEY, server TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE step(
    number INTEGER PRIMARY KEY AUTOINCREMENT, gesture TEXT NOT NULL, label TEXT NOT NULL, undone INTEGER NOT NULL
);
"""

_OUTBOX_3 = """
CREATE TABLE job(
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, state TEXT NOT NULL,
    body TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL, created REAL NOT NULL, changed REAL NOT NULL
);
CREATE TABLE job_row(
    job INTEGER NOT NULL, place INTEGER NOT NULL, customer TEXT NOT NULL, added TEXT NOT NULL,
    removed TEXT NOT NULL, base TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY(job, place)
) WITHOUT ROWID;
CREATE INDEX job_row_open ON job_row(job, state, place) WHERE state <> 'done';
CREATE INDEX entry_job ON entry(job) WHERE job <> '';
"""

_CACHE_3 = """
CREATE TABLE standing(status INTEGER, agent, customers INTEGER NOT NULL, PRIMARY KEY(status, agent)) WITHOUT ROWID;
INSERT INTO standing
    SELECT ifnull(status, 0), ifnull(agent_id, ''), count(*) FROM customer GROUP BY 1, 2;
CREATE TRIGGER standing_added AFTER INSERT ON customer BEGIN
    INSERT INTO standing VALUES (ifnull(NEW.status, 0), ifnull(NEW.agent_id, ''), 1)
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER standing_moved AFTER UPDATE OF status, agent_id ON customer
WHEN OLD.status IS NOT NEW.status OR OLD.agent_id IS NOT NEW.agent_id BEGIN
    UPDATE standing SET customers = customers - 1
        WHERE status = ifnull(OLD.status, 0) AND agent = ifnull(OLD.agent_id, '');
    INSERT INTO standing VALUES (ifnull(NEW.status, 0), ifnull(NEW.agent_id, ''), 1)
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER standing_gone AFTER DELETE ON customer BEGIN
    UPDATE standing SET customers = customers - 1
        WHERE status = ifnull(OLD.status, 0) AND agent = ifnull(OLD.agent_id, '');
END;
"""

_CACHE_4 = """
CREATE TABLE timeline(
    customer PRIMARY KEY, total INTEGER NOT NULL, fetched INTEGER NOT NULL, unreadable INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE behaviour(
    customer, id TEXT, at INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY(customer, id)
) WITHOUT ROWID;
CREATE INDEX behaviour_order ON behaviour(customer, at, id);
"""

_CACHE_5 = """
CREATE TABLE blacklist(
    customer NOT NULL PRIMARY KEY, nickname TEXT NOT NULL, kind INTEGER, reason TEXT NOT NULL, since INTEGER,
    until INTEGER, active INTEGER NOT NULL, user_status INTEGER NOT NULL, extra TEXT NOT NULL
) WITHOUT ROWID;
"""

_CACHE_6 = """
ALTER TABLE pending ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
CREATE TABLE base(row INTEGER PRIMARY KEY, body BLOB NOT NULL, stage_id);
"""

_OUTBOX_4 = """
ALTER TABLE job_row ADD COLUMN edit TEXT NOT NULL DEFAULT '';
ALTER TABLE job_row ADD COLUMN sent REAL NOT NULL DEFAULT 0;
"""

_CACHE_7 = """
CREATE TABLE assigned(
    agent, zone TEXT, day TEXT, customers INTEGER NOT NULL, fetched INTEGER NOT NULL, PRIMARY KEY(agent, zone, day)
) WITHOUT ROWID;
CREATE TABLE answer(name TEXT PRIMARY KEY, body TEXT NOT NULL, fetched INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE census(
    day TEXT, dimension TEXT, value TEXT, customers INTEGER NOT NULL, PRIMARY KEY(day, dimension, value)
) WITHOUT ROWID;
"""

_CACHE_8 = """
CREATE TABLE outcome(
    customer PRIMARY KEY, stage TEXT NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO outcome
    SELECT customer, stage, kind, max(at) FROM (
        SELECT customer, at, json_extract(body, '$.stage_id') AS stage,
            CAST(ifnull(json_extract(body, '$.content.stageType'), 0) AS INTEGER) AS kind
        FROM behaviour
    ) WHERE stage <> '' GROUP BY customer;
"""

_CACHE_9 = f"""
INSERT INTO meta SELECT 'seamed', iif(value = 0, {EVERY_ROW}, 0) FROM meta WHERE name = 'total';
ALTER TABLE tag ADD COLUMN customers INTEGER NOT NULL DEFAULT 0;
UPDATE tag SET customers = (SELECT count(*) FROM tagged WHERE tagged.tag = tag.number);
CREATE TRIGGER tagged_added AFTER INSERT ON tagged BEGIN
    UPDATE tag SET customers = customers + 1 WHERE number = NEW.tag;
END;
CREATE TRIGGER tagged_gone AFTER DELETE ON tagged BEGIN
    UPDATE tag SET customers = customers - 1 WHERE number = OLD.tag;
END;
CREATE TABLE staged(stage PRIMARY KEY, customers INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO staged SELECT stage_id, count(*) FROM customer WHERE stage_id IS NOT NULL GROUP BY 1;
CREATE TRIGGER staged_moved AFTER UPDATE OF stage_id ON customer WHEN OLD.stage_id IS NOT NEW.stage_id BEGIN
    UPDATE staged SET customers = customers - 1 WHERE stage = OLD.stage_id;
    INSERT INTO staged SELECT NEW.stage_id, 1 WHERE NEW.stage_id IS NOT NULL
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER staged_gone AFTER DELETE ON customer WHEN OLD.stage_id IS NOT NULL BEGIN
    UPDATE staged SET customers = customers - 1 WHERE stage = OLD.stage_id;
END;
"""

_CACHE_10 = f"""
CREATE TABLE digits(digits TEXT PRIMARY KEY, customers INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta SELECT 'counted', iif(value = 0, {EVERY_ROW}, 0) FROM meta WHERE name = 'total';
"""


def _value_of(held: str, field: str) -> str:
    value = f"SELECT value FROM shared WHERE field = '{field}' AND number = {held}"
    return f"iif(typeof({held}) = 'integer', ({value}), {held})"


_NEW_AGENT = f"ifnull({_value_of('NEW.agent_id', 'agent_id')}, '')"
_OLD_AGENT = f"ifnull({_value_of('OLD.agent_id', 'agent_id')}, '')"
_NEW_STAGE, _OLD_STAGE = _value_of("NEW.stage_id", "stage_id"), _value_of("OLD.stage_id", "stage_id")

_SHARED_11 = f"""
CREATE TABLE shared(
    field TEXT, number INTEGER, value NOT NULL, PRIMARY KEY(field, number), UNIQUE(field, value)
) WITHOUT ROWID;
UPDATE meta SET value = {SHORT_ROW}
    WHERE name IN ('low', 'high') AND (SELECT value FROM meta WHERE name = 'total') = 0;
INSERT INTO gram(gram, rank) VALUES ('pgsz', {_LEAF_BYTES});
INSERT INTO meta SELECT 'shared', iif(value = 0, {EVERY_ROW}, 0) FROM meta WHERE name = 'total';
DROP TRIGGER standing_added;
DROP TRIGGER standing_moved;
DROP TRIGGER standing_gone;
DROP TRIGGER staged_moved;
DROP TRIGGER staged_gone;
CREATE TRIGGER standing_added AFTER INSERT ON customer BEGIN
    INSERT INTO standing VALUES (ifnull(NEW.status, 0), {_NEW_AGENT}, 1)
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER standing_moved AFTER UPDATE OF status, agent_id ON customer
WHEN OLD.status IS NOT NEW.status OR OLD.agent_id IS NOT NEW.agent_id BEGIN
    UPDATE standing SET customers = customers - 1 WHERE status = ifnull(OLD.status, 0) AND agent = {_OLD_AGENT};
    INSERT INTO standing VALUES (ifnull(NEW.status, 0), {_NEW_AGENT}, 1)
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER standing_gone AFTER DELETE ON customer BEGIN
    UPDATE standing SET customers = customers - 1 WHERE status = ifnull(OLD.status, 0) AND agent = {_OLD_AGENT};
END;
CREATE TRIGGER staged_moved AFTER UPDATE OF stage_id ON customer WHEN OLD.stage_id IS NOT NEW.stage_id BEGIN
    UPDATE staged SET customers = customers - 1 WHERE stage = {_OLD_STAGE};
    INSERT INTO staged SELECT {_NEW_STAGE}, 1 WHERE NEW.stage_id IS NOT NULL
        ON CONFLICT DO UPDATE SET customers = customers + 1;
END;
CREATE TRIGGER staged_gone AFTER DELETE ON customer WHEN OLD.stage_id IS NOT NULL BEGIN
    UPDATE staged SET customers = customers - 1 WHERE stage = {_OLD_STAGE};
END;
"""


def _cache_11(connection: apsw.Connection) -> None:
    """Make the table of shared values, and let columns that took text only take their numbers.

    Rows stay as they are: writing them all anew takes half a minute for 1,000,000 customers.
    """
    connection.execute(_SHARED_11)
    form = str(connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'customer'").get)
    for name in _SHARED_TEXTS:
        form = form.replace(f" {name} TEXT", f" {name} BLOB")
    # No ALTER TABLE changes a type. What the rows hold is not affected by this change, see lang_altertable.html.
    changed = int(str(connection.pragma("schema_version"))) + 1
    connection.pragma("writable_schema", True)
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'customer'", (form,))
    connection.pragma("schema_version", changed)
    connection.pragma("writable_schema", "RESET")


CACHE = Schema(
    (
        *(_CACHE_1, _CACHE_2, _CACHE_3, _CACHE_4, _CACHE_5, _CACHE_6, _CACHE_7, _CACHE_8, _CACHE_9, _CACHE_10),
        _cache_11,
    ),
    "NORMAL",
)
"""What can be fetched again."""

OUTBOX = Schema((_OUTBOX_1, _OUTBOX_2, _OUTBOX_3, _OUTBOX_4), "FULL")
"""What exists nowhere else."""
