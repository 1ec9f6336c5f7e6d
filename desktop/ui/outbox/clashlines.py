"""The lines of a conflict: what is chosen together stands in one, in people's words. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.customer import CustomValue
from desktop.domain.customers.fields import Group
from desktop.domain.edits.blacklist import BAN
from desktop.domain.edits.outbox import Clash
from desktop.domain.json import Json
from desktop.qt.safetext import visible
from desktop.ui.blacklist.wording import found_text
from desktop.ui.fields.titles import CUSTOM, title_of
from desktop.ui.tags.groupwords import choice_words
from desktop.ui.wording.formats import listed
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import group_label

_LEVELS = ("province", "city", "district")
_PARTS = tuple(tuple(f"{level}_{part}" for part in ("id", "name")) for level in _LEVELS)
_TOGETHER = (
    tuple(name for part in _PARTS for name in part),
    ("agent_id", "agent_name"),
    ("enterprise_id", "enterprise_name"),
)
_LONGEST = 240

Side = Callable[[Clash], Json]
"""Which of a clash's values is meant."""


@dataclass(frozen=True, slots=True)
class ClashLine:
    """Clashes that are decided together: one field, or the fields of a place, an agent, a company."""

    clashes: tuple[Clash, ...]

    @property
    def field(self) -> str:
        """The field that the line is about first."""
        return self.clashes[0].field

    @property
    def is_place(self) -> bool:
        """Whether the line holds several levels of a place."""
        return len({one.field.partition("_")[0] for one in self.clashes} & set(_LEVELS)) > 1


def lines_of(clashes: Sequence[Clash]) -> list[ClashLine]:
    """Return the lines in the order of the clashes."""
    grouped: dict[tuple[str, ...], list[Clash]] = {}
    for clash in clashes:
        group = next((names for names in _TOGETHER if clash.field in names), (clash.field,))
        grouped.setdefault(group, []).append(clash)
    order = {name: place for names in _TOGETHER for place, name in enumerate(names)}
    return [ClashLine(tuple(sorted(found, key=lambda one: order.get(one.field, 0)))) for found in grouped.values()]


class ClashWords:
    """Says what a line is about and what it holds; `lookup` names ids (None: they are shown as they are)."""

    def __init__(self, lookup: Lookup | None) -> None:
        self._lookup = lookup

    def title(self, line: ClashLine) -> str:
        """Return what the line is called."""
        name = line.field
        if line.is_place:
            return group_label(Group.PLACE)
        if name.startswith(CUSTOM):
            field = self._lookup.custom_field(name.removeprefix(CUSTOM)) if self._lookup else None
            return field.name if field else name.removeprefix(CUSTOM)
        return {
            "name": QCoreApplication.translate("ConflictDialog", "Name"),
            "color": QCoreApplication.translate("ConflictDialog", "Colour"),
            "multiple": QCoreApplication.translate("ConflictDialog", "Choice"),
            "param_name": QCoreApplication.translate("ConflictDialog", "Parameter name"),
            BAN: QCoreApplication.translate("ConflictDialog", "On the blacklist"),
        }.get(name) or title_of(name)

    def text(self, line: ClashLine, side: Side) -> str:
        """Return the value of a side: the name where there is one, else what the id stands for."""
        values = {one.field: side(one) for one in line.clashes}
        names = [str(value) for name, value in values.items() if name.endswith("_name") and value]
        ids = [self._one(name, value) for name, value in values.items() if not name.endswith("_name")]
        text = " ".join(names or [part for part in ids if part])
        return visible(text, limit=_LONGEST) or QCoreApplication.translate("ConflictDialog", "none")

    def _one(self, name: str, value: Json) -> str:
        if isinstance(value, bool):
            return choice_words(value)
        if value is None or value in ("", []):
            return ""
        if name == BAN and isinstance(value, Mapping):
            return found_text(value)
        if isinstance(value, list | tuple):
            return listed(map(str, value))
        if self._lookup is None:
            return str(value)
        if name.startswith(CUSTOM):
            return self._lookup.custom_text(CustomValue(name.removeprefix(CUSTOM), str(value)))
        return self._lookup.name(name, value) if isinstance(value, str | int) else str(value)
