"""Looks, while one types, for customers who are there already: Sobot would update one of them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.customers.contacts import Difference, differences
from desktop.domain.json import Json
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import while_there
from desktop.qt.safetext import visible
from desktop.qt.tasks import Tasks
from desktop.qt.theme import SPACE
from desktop.ui.fields.titles import title_of
from desktop.ui.form.notice import Notice
from desktop.ui.form.sheet import to_set
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.kit import Kit
from desktop.workspace.lookups.duplicates import Duplicate, Found

_QUIET_MS = 400
_SHOWN = 3
_LINES = 6
_LONGEST = 60
_FEWEST = 6


class Duplicates(Protocol):
    """Finds who has a phone or an e-mail (`workspace.lookups.duplicates.Duplicates`)."""

    @property
    def server(self) -> object:
        """What is asked beside the cache, None while there is no network."""

    def known(self, phone: str, email: str, answer: Callable[[Found], None]) -> None:
        """Look on this computer."""

    async def find(self, phone: str, email: str) -> Found:
        """Look here and on the server."""


class DuplicateWatch(QObject):
    """Shows in `notice` who has the phone or e-mail that is being entered.

    This computer is searched at once, the server after a moment and one question at a time. `chosen(Duplicate)`
    when that customer shall be edited instead.
    """

    chosen = Signal(object)

    def __init__(
        self,
        view: SheetView,
        duplicates: Duplicates,
        words: Callable[[str, Json], str],
        tasks: Tasks,
        kit: Kit,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._duplicates = duplicates
        self._words = words
        self._tasks = tasks
        self._wanted = ("", "")
        self._asking = False
        self._found = Found()
        self.notice = Notice(kit)
        self.table = DifferenceTable(self.notice)
        self.notice.add(self.table)
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self._ask)
        view.edited.connect(lambda _name: self.look())

    def look(self) -> None:
        """Look for whoever has what is in the form now."""
        wanted = (self._told("phone"), self._told("email"))
        if wanted != self._wanted:
            self._wanted = wanted
            self._found = Found()
            self._soon.stop()
            if any(wanted):
                self._duplicates.known(*wanted, while_there(self, partial(self._take, wanted)))
                self._soon.start()
        self.show_found()

    def show_found(self) -> None:
        """Say who was found, and what would be changed."""
        found = self._found.duplicates
        if found:
            deeds = [
                (self.tr("Edit {name} instead").format(name=_name(one)), partial(self.chosen.emit, one))
                for one in found[:_SHOWN]
            ]
            self.notice.tell(self._text(), deeds, tone="warning")
        elif any(self._wanted) and self._duplicates.server is None:
            self.notice.tell(self.tr("Offline: only this computer was searched for the same phone or e-mail."))
        else:
            self.notice.tell("")
        values = to_set(self._view.sheet.changes())
        changed = differences(found[0].customer, values) if len(found) == 1 else ()
        named = {one.field.removesuffix("_name") for one in changed if one.field.endswith("_name")}
        shown = [
            one for one in changed if one.field.removesuffix("_id") not in named or one.field.endswith("_name")
        ]
        self.table.show_lines([self._line(one) for one in shown])

    def _text(self) -> str:
        found = self._found
        if len(found.duplicates) == 1:
            text = self._same(found.duplicates[0])
        else:
            text = self.tr(
                "%n customer(s) have this phone or e-mail. Sobot would update one of them and create none.",
                "",
                len(found.duplicates),
            )
        if found.asked:
            return text
        return f"{text} " + self.tr("So far only this computer was searched.")

    def _same(self, one: Duplicate) -> str:
        if one.by == ("phone",):
            text = self.tr("{name} has the same phone. Sobot would update that customer and create none.")
        elif one.by == ("email",):
            text = self.tr("{name} has the same e-mail. Sobot would update that customer and create none.")
        else:
            text = self.tr(
                "{name} has the same phone and e-mail. Sobot would update that customer and create none."
            )
        return text.format(name=_name(one))

    def _line(self, one: Difference) -> tuple[str, str, str]:
        place = self._view.place_of(one.field)
        title = self._view.cells[place].editor.title() if place else title_of(one.field)
        theirs, yours = (
            visible(self._words(one.field, value), limit=_LONGEST) for value in (one.theirs, one.yours)
        )
        return title, theirs or self.tr("nothing"), yours

    def _told(self, field: str) -> str:
        text = str(self._view.value(field) or "").strip()
        return text if len(text) >= _FEWEST else ""

    def _take(self, wanted: tuple[str, str], found: Found) -> None:
        if wanted == self._wanted and not self._found.asked:
            self._found = found
            self.show_found()

    def _ask(self) -> None:
        if self._duplicates.server is not None and not self._asking:
            self._asking = True
            self._tasks.start(self._ask_server(), owner=self)

    async def _ask_server(self) -> None:
        try:
            asked = None
            while asked != self._wanted and any(self._wanted):
                asked = self._wanted
                found = await self._duplicates.find(*asked)
                self._take(asked, found)
        finally:
            self._asking = False


class DifferenceTable(QWidget):
    """What a customer has, and what it would have: a line a field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[tuple[str, str, str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(0)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show field, former and new value of the first few lines."""
        if lines == self.lines:
            return
        self.lines = lines
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (title, theirs, yours) in enumerate(lines[:_LINES]):
            parts = ((title, "secondary"), (theirs, "text"), ("→", "secondary"), (yours, "text"))
            for column, (text, tone) in enumerate(parts):
                label = PlainLabel(text, self, type="secondary", tone=tone, elide=column in (1, 3))
                self._grid.addWidget(label, row, column)
        self.setVisible(bool(lines))


def _name(one: Duplicate) -> str:
    return visible(one.customer.name, limit=40)


def carried(one: Duplicate, values: Mapping[str, Json]) -> dict[str, Json]:
    """Return what of a new customer's values an existing one has not: by flat names, as a form takes them."""
    return {difference.field: difference.yours for difference in differences(one.customer, values)}
