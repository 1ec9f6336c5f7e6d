"""One transaction over a connection: all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop.cache.faults import storage_faults


@contextmanager
def transaction(connection: apsw.Connection, path: Path) -> Iterator[None]:
    """Commit what the block writes, or take it back when it fails. Raises CorruptFile, DiskFull, NotWritable."""
    with storage_faults(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
