"""How names are typed: in pinyin and by initials, learned once and kept."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.qt.lifetime import while_there
from desktop.workspace.lookups.readings import Readings


class Spelling(QObject):
    """Readings of names. `learned` when new ones came; `ask` is `account.readings`."""

    learned = Signal()

    def __init__(
        self, ask: Callable[[Sequence[str], Callable[[Readings], None]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._asked: set[str] = set()
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return pinyin and initials of a name, blank between; "" when it has none, or none yet."""
        return self._known.get(name, "")

    def knows(self, name: str) -> bool:
        """Say whether it is known how a name is read, be it not at all."""
        return name.isascii() or name in self._known

    def syllables(self, text: str) -> str:
        """Return a Chinese text in pinyin, a blank between; "" for any other, and until it is learned."""
        if text.isascii():
            return ""
        self.learn(text)
        parts = [self.of(char).partition(" ")[0] or char for char in text]
        return "" if "".join(parts) == text else " ".join(parts)

    def learn(self, names: Iterable[str]) -> None:
        """Ask for the readings of names that are new."""
        fresh = [name for name in dict.fromkeys(names) if not name.isascii() and name not in self._asked]
        if fresh:
            self._asked.update(fresh)
            self._ask(fresh, while_there(self, lambda readings: self._take(fresh, readings)))

    def _take(self, names: Sequence[str], readings: Readings) -> None:
        self._known |= {name: " ".join(readings.get(name, ())) for name in names}
        self.learned.emit()
