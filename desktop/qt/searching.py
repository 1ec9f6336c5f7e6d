"""Choices found by what is typed, the best answer first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from PySide6.QtCore import QObject

from desktop.qt.choices import Check, Choice, ChoicesModel, contains

OTHERS = "\n"
"""In a choice's keywords: spellings of the choice itself stand before it, of what it belongs to behind."""

_MISS = 9


@dataclass(frozen=True, slots=True)
class _Folded:
    """What a choice is compared by, folded once."""

    text: str
    spellings: tuple[str, ...]
    all: str


class Searchable(Sequence[Choice]):
    """Choices that are searched many times: folded once. Made piece by piece where there are thousands."""

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        self._choices: list[Choice] = []
        self._folded: list[_Folded] = []
        self.add(choices)

    def __len__(self) -> int:
        return len(self._choices)

    def __iter__(self) -> Iterator[Choice]:
        return iter(self._choices)

    @overload
    def __getitem__(self, place: int) -> Choice: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Choice]: ...
    def __getitem__(self, place: int | slice) -> Choice | Sequence[Choice]:
        return self._choices[place]

    def add(self, choices: Iterable[Choice]) -> None:
        """Add choices at the end."""
        fresh = list(choices)
        self._choices += fresh
        self._folded += map(_fold, fresh)

    def find(self, typed: str, most: int) -> list[Choice]:
        """Return at most so many that answer `typed` (not blank), the closest first."""
        wanted = typed.casefold()
        ranked = [
            (rank, choice)
            for folded, choice in zip(self._folded, self._choices, strict=True)
            if (rank := _rank(wanted, folded)) < _MISS
        ]
        ranked.sort(key=lambda entry: entry[0])
        # Sorted by nearness they no longer stand in their sections.
        return [
            replace(choice, section="", detail=choice.detail or choice.section) if choice.section else choice
            for _, choice in ranked[:most]
        ]


class RankedChoices(ChoicesModel):
    """Choices in the order given; what is typed brings the closest first and shows `most` of them."""

    def __init__(self, parent: QObject | None = None, *, most: int = 200) -> None:
        self._searchable = Searchable()
        self._most = most
        super().__init__(contains, parent, checkable=False)

    def set_choices(self, choices: Iterable[Choice], states: Mapping[str, Check]) -> None:
        """Offer these, in this order."""
        self._searchable = choices if isinstance(choices, Searchable) else Searchable(choices)
        super().set_choices(self._searchable, states)

    def find(self, typed: str) -> Sequence[Choice]:
        """Return what answers `typed` (not blank), the closest first."""
        return self._searchable.find(typed, self._most)

    def exact(self, typed: str) -> Choice | None:
        """Return the choice that is called just so, None unless there is exactly one."""
        wanted = typed.strip().casefold()
        found = [choice for choice in self._all if choice.text.strip().casefold() == wanted]
        return found[0] if len(found) == 1 else None

    def row_of(self, key: str) -> int:
        """Return the line of a choice, -1 when it is not shown."""
        lines = (self.line(row) for row in range(self.rowCount()))
        return next((row for row, line in enumerate(lines) if isinstance(line, Choice) and line.key == key), -1)


def _fold(choice: Choice) -> _Folded:
    own, _, others = choice.keywords.casefold().partition(OTHERS)
    text = choice.text.casefold()
    held = "\n".join((text, choice.detail.casefold(), choice.section.casefold(), own, others))
    return _Folded(text, tuple(own.split()), held)


def _rank(typed: str, folded: _Folded) -> int:
    """Return how far a choice is from what is typed: itself, its begin, a part of it, what it belongs to."""
    if folded.text == typed:
        return 0
    if typed in folded.spellings:
        return 1
    if folded.text.startswith(typed):
        return 2
    if any(spelling.startswith(typed) for spelling in folded.spellings):
        return 3
    if typed in folded.text:
        return 4
    return 5 if all(word in folded.all for word in typed.split()) else _MISS
