"""Customers and rows into table files. In a lane of the file that is read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.domain.sheets.headers import AS_OF
from desktop.domain.sheets.tables import Tables
from desktop.domain.sheets.texts import Texts, moment
from desktop.sheets.writing import Cell, write_csv, write_xlsx
from desktop.workspace.sheets.looking import customers_of

_TOLD_EVERY = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """What is written: columns by what they hold, their titles, and what a sheet of a workbook tells beside them.

    `as_of` is the time of the data in seconds, None when nothing was fetched yet. `about` are lines of two cells.
    """

    targets: tuple[str, ...]
    titles: tuple[str, ...]
    as_of: int | None
    name: str
    about: tuple[tuple[str, str], ...] = ()


def write_customers(
    file: CacheFile,
    path: Path,
    keys: Sequence[int],
    columns: Columns,
    tables: Tables,
    note: Callable[[float], None],
) -> int:
    """Write the customers in these rows of the cache; returns their number. Raises DiskFull, NotWritable.

    A workbook tells the time of the data on a sheet of its own, a CSV file in a last column.
    """
    texts = Texts(tables)
    as_of = "" if columns.as_of is None else moment(columns.as_of)
    stamp = AS_OF[tables.chinese]

    def rows(further: Sequence[str]) -> Iterator[Sequence[Cell]]:
        for place, customer in enumerate(customers_of(file, keys)):
            if not place % _TOLD_EVERY:
                note(place / len(keys))
            yield [*(texts.cell(customer, target) for target in columns.targets), *further]

    if path.suffix.lower() == ".xlsx":
        about = (columns.name, [(stamp, as_of), *columns.about])
        return write_xlsx(path, columns.titles, rows(()), about=about)
    return write_csv(path, [*columns.titles, stamp], rows((as_of,)))
