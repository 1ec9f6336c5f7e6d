"""Editors of fields that hold several texts: phones, e-mail addresses, social ids."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import (
    Finding,
    check_field,
    check_repeated,
    has_unseen,
    join_several,
    refused,
    split_several,
    warned,
    without_unseen,
)
from desktop.qt.list_edit import LONGEST, ListEdit, ListLine
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.kit import Kit


class ListEditor(FieldEditor):
    """A list of texts, e.g. WhatsApp ids, in an order that is kept. `value()` is a tuple."""

    def __init__(
        self,
        name: str,
        kit: Kit,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        tidy: Callable[[str], str] = str.strip,
    ) -> None:
        super().__init__(name, kit, parent, required=required)
        self._tidy = tidy
        self.list = ListEdit(kit.icons, self)
        self._put(self.list)
        self.list.edited.connect(self._on_list)
        self.list.left.connect(self._on_left)
        self.set_value(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.list.set_add_text(self.tr("Add another"))
        super().retranslate()

    def _show(self, value: FieldValue | None) -> None:
        self.list.set_texts(self._parts(value))
        self._lock(self.read_only)

    def _parts(self, value: FieldValue | None) -> Sequence[str]:
        return [part for part in value if isinstance(part, str)] if isinstance(value, tuple | list) else ()

    def _read(self) -> FieldValue | None:
        return self.list.texts()

    def _find(self) -> Finding | None:
        texts = self.list.texts()
        if self.required and not texts:
            return refused(self.title(), "missing")
        found = [self._judged(line.text()) for line in self.list.lines]
        for line, finding in zip(self.list.lines, found, strict=True):
            line.mark(finding is not None and finding.refused and self.changed)
        said = [finding for finding in found if finding is not None]
        said.sort(key=lambda finding: not finding.refused)
        return said[0] if said else check_repeated(self.title(), texts)

    def _judged(self, text: str) -> Finding | None:
        if len(text) > LONGEST:
            return warned(self.title(), "too_long_here")
        return self._judge(text) or (warned(self.title(), "holds_unseen") if has_unseen(text) else None)

    def _judge(self, text: str) -> Finding | None:
        del text
        return None

    def _lock(self, on: bool) -> None:
        self.list.set_read_only(on)

    def _name_control(self, text: str) -> None:
        self.list.set_name(text)

    def _mark_control(self, wrong: bool, text: str) -> None:
        del wrong
        for line in self.list.lines:
            line.line.setAccessibleDescription(text)

    def _on_list(self) -> None:
        for one in self.list.lines:
            line = one.line
            clean = without_unseen(line.text())
            if line.hasFocus() and clean != line.text():
                at = len(without_unseen(line.text()[: line.cursorPosition()]))
                line.setText(clean)
                line.setCursorPosition(at)
        self._on_edited()

    def _on_left(self, left: ListLine) -> None:
        tidy = self._tidy(left.line.text())
        if left.touched and tidy != left.line.text():
            left.line.setText(tidy)
            self._on_edited()


class SeveralEditor(ListEditor):
    """Phones or e-mail addresses, which the server holds as one text, joined. `value()` is that text."""

    def __init__(self, name: str, kit: Kit, tidy: Callable[[str], str], parent: QWidget | None = None) -> None:
        self._given = ""
        super().__init__(name, kit, parent, tidy=tidy)

    def _show(self, value: FieldValue | None) -> None:
        self._given = value if isinstance(value, str) else ""
        super()._show(value)

    def _parts(self, value: FieldValue | None) -> Sequence[str]:
        return split_several(value) if isinstance(value, str) else ()

    def _read(self) -> FieldValue | None:
        parts = [part for text in self.list.texts() for part in split_several(text)]
        return join_several(parts, self._given)

    def _judge(self, text: str) -> Finding | None:
        found = [finding for part in split_several(text) if (finding := check_field(self.name, part))]
        return next((finding for finding in found if finding.refused), found[0] if found else None)
