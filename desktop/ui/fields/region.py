"""Province, city and district, each chosen within the one above; or found by name, which fills what is above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, refused, warned
from desktop.domain.errors import AppError, ConnectFailed
from desktop.qt import theme
from desktop.qt.choices import Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.search_combo import SearchCombo
from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import mark
from desktop.ui.fields.titles import REGION, title_of
from desktop.ui.wording.errortext import sentence
from desktop.ui.wording.lookup import short_id

LEVELS = ("province", "city", "district")
_ABREAST = 400
"""Width from which the three stand side by side."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A level's id and name; the id "" for none."""

    id: str = ""
    name: str = ""


class RegionEditor(FieldEditor):
    """The three levels of a place. `value()` is a tuple of three ids, "" for those that are not set.

    What the tree does not know stays shown and is kept. A level that is not in the cache is fetched by one request
    when its list is opened or the level above is chosen.
    """

    def __init__(self, context: FieldContext, parent: QWidget | None = None, *, required: bool = False) -> None:
        super().__init__(REGION, context.kit, parent, required=required)
        self._context = context
        self._given: dict[str, str] = {}
        self._places = [_Place() for _ in LEVELS]
        look, icons = context.kit.look, context.kit.icons
        self.search = SearchCombo(look, icons, self, most=60)
        self.search.set_eager(False)
        self.search.offer(context.index.places)
        context.index.prepare()
        self.search.respell(context.spelling.syllables)
        self.search.addAction(icons.icon("search"), SearchCombo.ActionPosition.LeadingPosition)
        self.search.picked.connect(self._on_found)
        self.combos = tuple(SearchCombo(look, icons, self) for _ in LEVELS)
        self._labels = tuple(PlainLabel(parent=self, type="small", tone="faint", elide=True) for _ in LEVELS)
        self._columns = 0
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[0])
        column.addWidget(self.search)
        column.addSpacing(theme.SPACE[0])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE[1])
        self._grid.setVerticalSpacing(theme.SPACE[0])
        column.addLayout(self._grid)
        for level, combo in enumerate(self.combos):
            self._wire(level, combo)
            context.spelling.learned.connect(combo.offer_changed)
        context.spelling.learned.connect(self.search.offer_changed)
        self._put(self._body)
        self.setFocusProxy(self.search)
        self._lay_out()
        self.set_value(None)
        self.retranslate()

    @property
    def fields(self) -> tuple[str, ...]:
        """Id and name of the three levels."""
        return tuple(f"{level}_{part}" for level in LEVELS for part in ("id", "name"))

    def load(self, fields: Mapping[str, FieldValue]) -> None:
        """Take ids and names."""
        self._given = {name: value for name in self.fields if isinstance(value := fields.get(name), str)}
        ids = tuple(self._given.get(f"{level}_id", "") for level in LEVELS)
        self.set_value(ids if self._given else None)

    def values(self) -> dict[str, FieldValue]:
        """Return ids and names of the levels; what was not given and is not set is absent."""
        if not self.changed:
            return dict(self._given)
        now: dict[str, FieldValue] = {}
        for level, place in zip(LEVELS, self._places, strict=True):
            now |= {f"{level}_id": place.id, f"{level}_name": place.name}
        return {name: value for name, value in now.items() if value or name in self._given}

    def changes(self) -> dict[str, FieldValue]:
        """Return the ids and names that are others now."""
        if not self.changed:
            return {}
        return {name: value for name, value in self.values().items() if value != self._given.get(name)}

    def choose(self, region_id: str) -> None:
        """Set a province, city or district as if a person had, and what it lies in."""
        path = self._context.index.path(region_id)
        if not path:
            return
        fresh = [_Place(region.id, region.name) for region in path[: len(LEVELS)]]
        self._places = [*fresh, *(_Place() for _ in LEVELS[len(fresh) :])]
        self._show_places()
        self._on_edited()

    def choices_changed(self) -> None:
        """Take the tree as it is now: names that were ids, lists that were empty."""
        self._places = [self._named(place) for place in self._places]
        if not any(combo.list_open for combo in self.combos):
            self._show_places()
        for combo in (self.search, *self.combos):
            combo.offer_changed()
        self.refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.search.setPlaceholderText(self.tr("Find by name, pinyin or initials"))
        for level, label, combo in zip(LEVELS, self._labels, self.combos, strict=True):
            label.setText(title_of(f"{level}_id"))
            combo.setAccessibleName(label.text())
        super().retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the levels side by side where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _wire(self, level: int, combo: SearchCombo) -> None:
        combo.offer(lambda: self._offered(level))
        combo.respell(self._context.spelling.syllables)
        combo.opened.connect(lambda: self._want(level))
        combo.picked.connect(lambda key: self._on_picked(level, key))

    def _lay_out(self) -> None:
        columns = len(LEVELS) if self.width() >= _ABREAST else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, (label, combo) in enumerate(zip(self._labels, self.combos, strict=True)):
            row, column = divmod(place, columns)
            self._grid.addWidget(label, row * 2, column)
            self._grid.addWidget(combo, row * 2 + 1, column)
        for column in range(len(LEVELS)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _above(self, level: int) -> str | None:
        """Return the id of what the level lies in, "" for the country; None when that is not chosen."""
        return (self._places[level - 1].id or None) if level else ""

    def _offered(self, level: int) -> Sequence[Choice]:
        above = self._above(level)
        return () if above is None else self._context.index.below(above)

    def _want(self, level: int) -> None:
        """See to it that what can be chosen on a level is here."""
        above, combo = self._above(level), self.combos[level]
        places = self._context.places
        if above is None:
            higher = self._labels[level - 1].text()
            combo.tell(self.tr("First choose: {field}").format(field=higher))
        elif places.known(above):
            combo.tell("")
        elif not places.reachable:
            combo.tell(sentence(ConnectFailed()))
        else:
            combo.tell(self.tr("Fetching…"))
            self._context.tasks.start(self._bring(level, above), owner=self)

    async def _bring(self, level: int, above: str) -> None:
        try:
            await self._context.places.fetch(above)
        except AppError as error:
            said = sentence(error)
        else:
            said = ""
        if self._above(level) == above:
            self.combos[level].tell(said)
            self.combos[level].offer_changed()

    def _on_picked(self, level: int, key: str) -> None:
        if key == self._places[level].id:
            return
        self._places[level] = self._named(_Place(key))
        self._places[level + 1 :] = [_Place() for _ in LEVELS[level + 1 :]]
        self._show_places()
        self._on_edited()
        if key and level + 1 < len(LEVELS):
            self._want(level + 1)

    def _on_found(self, key: str) -> None:
        self.search.set_current("", "")
        self.choose(key)
        # The next thing is finer than what was found, or what follows.
        depth = min(len(self._context.index.path(key)), len(LEVELS)) - 1
        self.combos[max(depth, 0)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, place: _Place) -> _Place:
        path = self._context.index.path(place.id) if place.id else ()
        return _Place(place.id, path[-1].name) if path else place

    def _show_places(self) -> None:
        for place, combo in zip(self._places, self.combos, strict=True):
            combo.set_current(place.id, place.name or short_id(place.id))

    def _show(self, value: FieldValue | None) -> None:
        ids = [part if isinstance(part, str) else "" for part in value] if isinstance(value, tuple) else []
        ids = [*ids, "", "", ""][: len(LEVELS)]
        names = [self._given.get(f"{level}_name", "") for level in LEVELS]
        places = [_Place(*pair) for pair in zip(ids, names, strict=True)]
        self._places = [place if place.name else self._named(place) for place in places]
        self._show_places()

    def _read(self) -> FieldValue | None:
        return tuple(place.id for place in self._places)

    def _find(self) -> Finding | None:
        if self.required and not any(place.id for place in self._places):
            return refused(self.title(), "missing")
        for level, place in enumerate(self._places):
            if place.id and self._is_stray(level, place.id):
                return warned(self._labels[level].text(), "place_not_listed")
        return None

    def _is_stray(self, level: int, region_id: str) -> bool:
        """Say whether a place is not where the tree has it, as far as that part of the tree is here."""
        above = self._above(level)
        if above is None or not self._context.places.known(above):
            return False
        return all(choice.key != region_id for choice in self._context.index.below(above))

    def _lock(self, on: bool) -> None:
        self.search.setVisible(not on)
        for combo in self.combos:
            combo.set_read_only(on)

    def _name_control(self, text: str) -> None:
        self.search.setAccessibleName(f"{text}: {self.search.placeholderText()}")

    def _mark_control(self, wrong: bool, text: str) -> None:
        for combo in self.combos:
            mark(combo, wrong, text)
