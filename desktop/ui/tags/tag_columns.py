"""The columns of the table of tags."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.qt.chips import Chip
from desktop.qt.columns import Column, Kind, Mark
from desktop.ui.tags.scene import TagLine
from desktop.ui.tags.statewords import state_mark, state_words
from desktop.ui.wording.formats import Formats


class TagColumns:
    """Makes the columns in the language shown. Their values are the line and its group's colour."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def all(self) -> tuple[Column, ...]:
        """Return every column; the name comes first and is pinned."""
        return (
            Column(
                "name",
                QCoreApplication.translate("Tags", "Tag"),
                Kind.CHIPS,
                format=lambda line, _colour: line.tag.name,
                fields=("line", "colour"),
                chips=_chip,
                sort="name",
                width=224,
            ),
            Column(
                "param_name",
                QCoreApplication.translate("Tags", "Parameter name"),
                format=lambda line: line.tag.param_name,
                fields=("line",),
                sort="param_name",
                tone="secondary",
                width=140,
            ),
            Column(
                "customers",
                QCoreApplication.translate("Tags", "Customers"),
                Kind.NUMBER,
                format=self._count,
                fields=("line",),
                sort="customers",
                width=96,
            ),
            Column(
                "state",
                QCoreApplication.translate("Tags", "State"),
                format=state_words,
                fields=("line",),
                marks=_marks,
                tone="secondary",
                width=164,
            ),
            self._time("created", QCoreApplication.translate("Tags", "Created"), "created_ms"),
            self._time("updated", QCoreApplication.translate("Tags", "Updated"), "updated_ms"),
        )

    def _count(self, line: TagLine) -> str:
        return "" if line.customers is None else self._formats.number(line.customers)

    def _time(self, name: str, title: str, field: str) -> Column:
        def short(line: TagLine) -> str:
            moment = int(getattr(line.tag, field)) // 1000
            return self._formats.relative(moment) if moment else ""

        def whole(line: TagLine) -> str:
            moment = int(getattr(line.tag, field)) // 1000
            return self._formats.exact(moment) if moment else ""

        return Column(
            name,
            title,
            Kind.TIME,
            format=short,
            exact=whole,
            fields=("line",),
            sort=name,
            tone="secondary",
            width=116,
        )


def _chip(line: TagLine, colour: str) -> Sequence[Chip]:
    return (Chip(line.tag.name, colour),)


def _marks(line: TagLine) -> Sequence[Mark]:
    mark = state_mark(line)
    return (mark,) if mark else ()
