"""How the columns of a table stand: order, widths, which are shown; kept as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.qt.columns import Column
from desktop.qt.header import TableHeader
from desktop.qt.look import Look

_WIDEST = 1_000


class Arrangement(QObject):
    """The arrangement of a header's columns. `changed` follows what the user arranged, not restoring."""

    changed = Signal()

    def __init__(self, header: TableHeader, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._look = look
        self._columns: tuple[Column, ...] = ()
        self._widths: dict[str, int] = {}
        self._quiet = False
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)
        look.changed.connect(self._fit)

    def begin(self, columns: Sequence[Column]) -> None:
        """Arrange `columns` as they were declared."""
        self._columns = tuple(columns)
        self.reset()

    def reset(self) -> None:
        """Go back to the declared order, widths and visibility."""
        self.restore({})

    def shown(self) -> tuple[str, ...]:
        """Return the names of the shown columns, from left to right."""
        places = (self._header.logicalIndex(place) for place in range(self._header.count()))
        return tuple(self._columns[place].name for place in places if not self._header.isSectionHidden(place))

    def order(self) -> tuple[str, ...]:
        """Return the names of all columns, hidden ones too, from left to right."""
        return tuple(self._columns[self._header.logicalIndex(at)].name for at in range(self._header.count()))

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a column; the first one always stays."""
        place = self._place(name)
        if place > 0 and self._header.isSectionHidden(place) is shown:
            self._header.setSectionHidden(place, not shown)
            self.changed.emit()

    def move(self, name: str, step: int) -> None:
        """Move a column by `step` shown places to the right (negative: left), never before the first."""
        names = self.shown()
        if name not in names[1:]:
            return
        target = min(max(names.index(name) + step, 1), len(names) - 1)
        header = self._header
        header.moveSection(header.visualIndex(self._place(name)), header.visualIndex(self._place(names[target])))

    def state(self) -> dict[str, Any]:
        """Return the arrangement as JSON-ready data: {"order": [...], "hidden": [...], "widths": {...}}."""
        hidden = [column.name for place, column in enumerate(self._columns) if self._header.isSectionHidden(place)]
        return {"order": list(self.order()), "hidden": hidden, "widths": dict(self._widths)}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Arrange as `state` says; what it does not know, or says wrongly, stands as declared."""
        self._quiet = True
        self._restore_order(_texts(state.get("order")))
        hidden = _texts(state.get("hidden")) if "hidden" in state else None
        known = set(_texts(state.get("order")))
        widths = state.get("widths")
        self._widths = {}
        for place, column in enumerate(self._columns):
            hide = column.hidden if hidden is None or column.name not in known else column.name in hidden
            self._header.setSectionHidden(place, hide and place > 0)
            width = widths.get(column.name) if isinstance(widths, Mapping) else None
            if isinstance(width, int) and not isinstance(width, bool):
                self._widths[column.name] = min(max(width, self._header.minimumSectionSize()), _WIDEST)
        self._fit()
        self._quiet = False

    def _fit(self) -> None:
        """Give every column its width at the text size in force."""
        quiet, self._quiet = self._quiet, True
        for place, column in enumerate(self._columns):
            width = self._widths.get(column.name, column.width)
            self._header.resizeSection(place, round(width * self._scale()))
        self._quiet = quiet

    def _scale(self) -> float:
        return max(self._look.scale, 1.0)

    def _restore_order(self, names: Sequence[str]) -> None:
        declared = [column.name for column in self._columns]
        wanted = [name for name in dict.fromkeys(names) if name in declared[1:]]
        rest = [name for name in declared[1:] if name not in wanted]
        for target, name in enumerate([*declared[:1], *wanted, *rest]):
            self._header.moveSection(self._header.visualIndex(self._place(name)), target)

    def _place(self, name: str) -> int:
        return next((place for place, column in enumerate(self._columns) if column.name == name), -1)

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        # The last shown column is stretched by the header; that is nobody's wish.
        stretched = self.shown()[-1:] == (self._columns[section].name,) if self._columns else True
        if not self._quiet and new > 0 and not stretched:
            self._widths[self._columns[section].name] = round(new / self._scale())
            self.changed.emit()

    def _on_moved(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else []
