"""Columns as data: what a column shows of a row, how it is written, aligned and sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt

from desktop.qt.chips import Chip


class Kind(Enum):
    """What a column holds; alignment and digits follow from it."""

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    DIGITS = "digits"
    """Phones and ids: digits of one width, aligned at the start."""
    CHIPS = "chips"


@dataclass(frozen=True, slots=True)
class Mark:
    """A small icon after a cell's text: its file name, the token it is tinted with, the words it stands for.

    `text` is shown after the icon, for what no icon says.
    """

    icon: str
    tone: str
    words: str
    text: str = ""


def _plain(value: Any = None, *_rest: Any) -> str:  # noqa: ANN401 - a cell holds any value
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `name` is its key in saved states. The callables are given the values of `fields` (of `name` alone when
    empty), in order, None where the row has none:

    - `format` writes the cell, one line; its result may hold anything, the table makes it safe;
    - `exact` writes the whole value for the tooltip (always shown then) and the clipboard, "" for none;
    - `copied` writes what is put on the clipboard where that is neither of the two;
    - `chips` gives the chips of a `Kind.CHIPS` column; `format` is then its accessible text;
    - `marks` gives small icons after the text.

    `sort` is what the sort signal names, "" when the column cannot be sorted by. `tone` is the token of its
    colour. `hidden` columns appear only when chosen. `searched` columns are among those that a search looks into.
    `width` is in pixels at text scale 1.
    """

    name: str
    title: str
    kind: Kind = Kind.TEXT
    format: Callable[..., str] = _plain
    fields: tuple[str, ...] = ()
    exact: Callable[..., str] | None = None
    copied: Callable[..., str] | None = None
    chips: Callable[..., Sequence[Chip]] | None = None
    marks: Callable[..., Sequence[Mark]] | None = None
    sort: str = ""
    tone: str = "text"
    strong: bool = False
    hidden: bool = False
    searched: bool = False
    width: int = 140

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields its callables are given."""
        return self.fields or (self.name,)

    @property
    def right(self) -> bool:
        """Whether its texts end at the right edge."""
        return self.kind is Kind.NUMBER

    @property
    def tabular(self) -> bool:
        """Whether its digits have one width."""
        return self.kind in {Kind.NUMBER, Kind.TIME, Kind.DIGITS}

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where its texts stand."""
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
