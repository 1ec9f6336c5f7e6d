"""Customers and small tables from this machine's files."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cli.failures import Refused
from desktop.cli.matching import matches
from desktop.cli.session import Session
from desktop.cli.where import Asked
from desktop.domain.customers.customer import Customer

_BLOCK = 256


class Reading:
    """The cache of a profile, open for reading. Close it."""

    def __init__(self, file: CacheFile, language: str) -> None:
        self._file = file
        # A table fetched in one language only serves both.
        self._languages = (language, "en" if language == "zh" else "zh")
        self.entries = cache(self._entries)

    @classmethod
    def open(cls, folder: Path, key: bytes, language: str) -> "Reading":
        """Open the cache in a profile's folder. Raises Refused when nothing was fetched yet, StorageError."""
        path = ProfileFiles(folder).cache
        if not path.exists():
            raise Refused("nothing was fetched yet; run: kefu-desk sync", "还没有数据，请先运行：kefu-desk sync")
        return cls(CacheFile.open(path, key, read_only=True), language)

    def _entries(self, kind: str) -> Sequence[Any]:
        for language in self._languages:
            found = self._file.dictionary(kind, language)
            if found is not None:
                return found[0]
        return []

    def customers(self, wanted: Asked) -> Iterator[Customer]:
        """Yield the customers asked for in the query's order, read block by block. Raises StorageError."""
        keys = self._file.keys(wanted.query)
        if wanted.ids:
            named = {self._file.key_of(customer_id) for customer_id in wanted.ids}
            keys = type(keys)("q", (key for key in keys if key in named))
        for start in range(0, len(keys), _BLOCK):
            ids = self._file.ids(keys[start : start + _BLOCK])
            for customer in self._file.customers(ids):
                if matches(customer, wanted.rest):
                    yield customer

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def reading_of(session: Session) -> Reading:
    """Open what the session's profile holds; closed with the session. Raises AppError, Refused."""
    keys = session.keys
    if session.options.demo:
        from desktop.cli.syncing import pull  # noqa: PLC0415 -- a list of files at rest needs no network

        pull(session, lambda _: None)
    reading = Reading.open(keys.folder, keys.file_key, session.language)
    session.closing.callback(reading.close)
    return reading
