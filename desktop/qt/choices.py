"""What a picker offers, and the model of what is left of it after filtering."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.qt.safetext import visible

_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole


class Check(Enum):
    """Whether a choice is taken: not, by some of the things picked for, by all."""

    OFF = 0
    SOME = 1
    ON = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to pick.

    `text` is shown, `detail` stands quietly at the right end, `keywords` are matched too but not shown.
    `colour` (as the server sent it) puts a dot before it; None none. Choices of one `section` stand together.
    Of choices with the same `rival` at most one is taken ("": no rivals); they are drawn round.
    """

    key: str
    text: str
    section: str = ""
    detail: str = ""
    keywords: str = ""
    colour: str | None = None
    icon: str = ""
    enabled: bool = True
    rival: str = ""


Matcher: TypeAlias = Callable[[str, Choice], bool]
"""Says whether a choice answers the typed text (never empty)."""


def contains(typed: str, choice: Choice) -> bool:
    """Match every typed word anywhere in text, detail or keywords, case folded."""
    held = f"{choice.text}\n{choice.detail}\n{choice.keywords}".casefold()
    return all(word in held for word in typed.casefold().split())


class ChoicesModel(QAbstractListModel):
    """Choices under their section titles, as far as they answer what is typed."""

    def __init__(self, matcher: Matcher, parent: QObject | None = None, *, checkable: bool) -> None:
        super().__init__(parent)
        self._matcher = matcher
        self._checkable = checkable
        self._all: tuple[Choice, ...] = ()
        self._lines: list[Choice | str] = []
        self._states: dict[str, Check] = {}
        self._typed = ""

    @property
    def choices(self) -> Sequence[Choice]:
        """All that can be picked, whatever is typed."""
        return self._all

    def set_choices(self, choices: Iterable[Choice], states: Mapping[str, Check]) -> None:
        """Offer these, in this order."""
        self._all = tuple(choices)
        self._states = dict(states)
        self.show(self._typed)

    def show(self, typed: str) -> None:
        """Show what answers `typed`; everything when it is blank."""
        self._typed = typed.strip()
        found = self.find(self._typed) if self._typed else self._all
        self.beginResetModel()
        self._lines = _with_titles(found)
        self.endResetModel()

    def find(self, typed: str) -> Sequence[Choice]:
        """Return what answers `typed` (not blank)."""
        return [choice for choice in self._all if self._matcher(typed, choice)]

    def line(self, row: int) -> Choice | str | None:
        """Return a choice, or a section's title."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def state(self, key: str) -> Check:
        """Return whether a choice is taken."""
        return self._states.get(key, Check.OFF)

    def states(self) -> dict[str, Check]:
        """Return what is taken, by all or by some."""
        return {key: state for key, state in self._states.items() if state is not Check.OFF}

    def set_state(self, key: str, state: Check) -> None:
        """Take a choice or leave it; its rivals are left when it is taken."""
        changed = {key, *(self._rivals(key) if state is Check.ON else ())}
        self._states.update(dict.fromkeys(changed, Check.OFF))
        self._states[key] = state
        for row, line in enumerate(self._lines):
            if isinstance(line, Choice) and line.key in changed:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _rivals(self, key: str) -> list[str]:
        rival = next((choice.rival for choice in self._all if choice.key == key), "")
        return [choice.key for choice in self._all if choice.rival == rival and choice.key != key] if rival else []

    def has_exactly(self, typed: str) -> bool:
        """Say whether a choice has just this text."""
        wanted = typed.strip().casefold()
        return any(choice.text.casefold() == wanted for choice in self._all)

    def next_choice(self, row: int, step: int) -> int:
        """Return the row of the nearest choice from `row` on in the direction of `step`, -1 when there is none."""
        while 0 <= row < len(self._lines):
            line = self._lines[row]
            if isinstance(line, Choice) and line.enabled:
                return row
            row += step
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Titles can be neither picked nor reached."""
        line = self.line(index.row())
        if isinstance(line, Choice) and line.enabled:
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
            return flags | Qt.ItemFlag.ItemIsUserCheckable if self._checkable else flags
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return a line's text, spoken text or check mark."""
        line = self.line(index.row())
        if line is None:
            return None
        if isinstance(line, str):
            return line if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole} else None
        if role == _ROLE.DisplayRole:
            return visible(line.text, limit=200)
        if role == _ROLE.AccessibleTextRole:
            return ", ".join(visible(part) for part in (line.text, line.detail) if part)
        if role == _ROLE.CheckStateRole and self._checkable:
            return Qt.CheckState(self.state(line.key).value)
        return None


def _with_titles(choices: Iterable[Choice]) -> list[Choice | str]:
    lines: list[Choice | str] = []
    section = ""
    for choice in choices:
        if choice.section != section:
            section = choice.section
            lines.append(visible(section, limit=80))
        lines.append(choice)
    return lines
