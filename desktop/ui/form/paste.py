"""Offers to split a pasted block ("name, phone, address") into the fields of a form."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.customers.pasted import split_block
from desktop.domain.customers.placefinder import PlaceFinder, Tree
from desktop.domain.customers.rules import join_several, split_several
from desktop.domain.json import Json
from desktop.qt.safetext import visible
from desktop.ui.form.notice import Notice
from desktop.ui.form.sheet import Values
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.form.values import plain
from desktop.ui.kit import Kit

_LEAST = 8
"""Characters that come at once when something is pasted."""
_LONGEST = 20_000
_KINDS = ("nickname", "phone", "email", "province_id")
_SHOWN = 40


class PasteOffer(QObject):
    """Watches what comes into a form at once. `notice` asks."""

    def __init__(self, view: SheetView, regions: Callable[[], Tree], kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._regions = regions
        self._tree: Tree | None = None
        self._finder: PlaceFinder | None = None
        self._seen: dict[str, dict[str, Json]] = {}
        self.notice = Notice(kit)
        view.edited.connect(self._on_edited)

    def split(self, text: str) -> Mapping[str, Json]:
        """Return what a block says by the names of fields, {} when it is no block."""
        found = {name: plain(value) for name, value in split_block(text, self._places()).fields().items()}
        return found if sum(name in found for name in _KINDS) > 1 else {}

    def take(self, text: str) -> bool:
        """Put a block into the fields; False when it is none."""
        found = self.split(text)
        if found:
            self._fill(found)
        return bool(found)

    def _on_edited(self, name: str) -> None:
        if not name:
            return
        before = self._seen.get(name) or self._view.sheet.base(name)
        now = self._view.sheet.shown(name)
        self._seen[name] = now
        if _length(now) - _length(before) < _LEAST:
            return
        text = QGuiApplication.clipboard().text()
        if not _LEAST <= len(text) <= _LONGEST or _bare(text)[:_LEAST] not in _bare(str(now)):
            return
        found = self.split(text)
        if found:
            self._offer(found, name, before)

    def _offer(self, found: Mapping[str, Json], name: str, before: Values) -> None:
        parts = [
            visible(str(found[kind]), limit=_SHOWN) for kind in ("nickname", "phone", "email") if kind in found
        ]
        places = [
            str(found[f"{level}_name"]) for level in ("province", "city", "district") if f"{level}_name" in found
        ]
        shown = " · ".join([*parts, "".join(places)] if places else parts)
        text = self.tr("This looks like a whole contact: {parts}").format(parts=shown)
        self.notice.tell(
            text,
            [
                (self.tr("Split it into the fields"), partial(self._split, found, name, before)),
                (self.tr("Leave it as it is"), partial(self.notice.tell, "")),
            ],
        )

    def _split(self, found: Mapping[str, Json], name: str, before: Values) -> None:
        # What the block was pasted into has its former value again.
        self._view.enter(before)
        self._fill(found)
        self._view.go_to(name)

    def _fill(self, found: Mapping[str, Json]) -> None:
        self.notice.tell("")
        held = {field: self._view.value(field) for field in found}
        self._view.enter(merged(held, found))
        self._seen = {name: self._view.sheet.shown(name) for name in self._view.cells}
        self._view.edited.emit("")

    def _places(self) -> PlaceFinder:
        tree = self._regions()
        if self._finder is None or tree is not self._tree:
            self._tree, self._finder = tree, PlaceFinder(tree)
        return self._finder


def merged(held: Values, found: Values) -> dict[str, Json]:
    """Return what a form holds with a block put in: phones, e-mails and notes are added, the rest is replaced."""
    values = dict(found)
    for name in ("phone", "email"):
        if name in found:
            one, other = str(held.get(name) or ""), str(found[name])
            values[name] = join_several(list(dict.fromkeys((*split_several(one), *split_several(other)))), one)
    if "note" in found and held.get("note"):
        values["note"] = f"{held['note']}\n{found['note']}"
    if "province_id" in found:
        for level in ("city", "district"):
            values |= {f"{level}_{part}": found.get(f"{level}_{part}", "") for part in ("id", "name")}
    return values


def _length(values: Values) -> int:
    return sum(len(value) for value in values.values() if isinstance(value, str))


def _bare(text: str) -> str:
    return "".join(text.split())
