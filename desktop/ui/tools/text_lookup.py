"""Looks up a text that Sobot keeps in several languages, by its placeholder; shown as plain text only."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.customers.multilingual import MultilingualContent
from desktop.domain.dictionaries import Language
from desktop.domain.errors import AppError, InvalidInput
from desktop.qt import theme
from desktop.qt.busy import Busy
from desktop.qt.buttons import Button
from desktop.qt.choices import Check, Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.room import take_room
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField
from desktop.ui.kit import Kit
from desktop.ui.tools.text_rows import TextRow
from desktop.ui.wording.errortext import paragraph, sentence
from desktop.ui.wording.formats import listed

Ask = Callable[[str, tuple[str, ...], bool], Coroutine[Any, Any, MultilingualContent]]
"""Asks the server: placeholder, language codes (none: all), whether markup stays. Raises AppError."""

_SIZE = (560, 560)
_DELETED = -1


class TextLookup(Translated, QDialog):
    """Placeholder, languages, rich text or not; below it what the server has."""

    def __init__(
        self, ask: Ask, languages: Mapping[str, Language], tasks: Tasks, kit: Kit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._languages = languages
        self._tasks = tasks
        self._kit = kit
        self._chosen: tuple[str, ...] = ()
        self._found: MultilingualContent | None = None
        self._error: AppError | None = None
        self.rows: list[TextRow] = []
        self.placeholder = QLineEdit(self)
        self._field = FormField(self.placeholder, self)
        self.languages = Button("", self, icon=kit.icons.icon("globe"))
        self.rich = QCheckBox(self)
        self.look_up = Button("", self, kind="primary")
        self.look_up.setDefault(True)
        self.busy = Busy(kit.look, self)
        self.note = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._name = PlainLabel(parent=self, type="section", wrap=True, copyable=True)
        self._state = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self._body = QWidget(self)
        self._lay_out()
        self.look_up.clicked.connect(self.start)
        self.languages.clicked.connect(self._choose_languages)
        self.placeholder.textChanged.connect(lambda _: self._field.show_text(""))
        self.busy.cancelled.connect(self.stop)
        self.finished.connect(self.stop)
        self.retranslate()
        take_room(self, _SIZE)
        self.placeholder.setFocus()

    def start(self) -> None:
        """Ask the server."""
        wanted = self.placeholder.text().strip()
        if not wanted:
            self._field.show_error(InvalidInput("placeholder", "missing"))
            self.placeholder.setFocus()
            return
        self._show(None, None)
        self.busy.start()
        self.look_up.setEnabled(False)
        self._tasks.start(self._look_up(wanted), "text_lookup")

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._tasks.cancel("text_lookup")
        self.busy.stop()
        self.look_up.setEnabled(True)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Look up a text in several languages"))
        self._field.set_texts(self.tr("Placeholder"), self.tr("As it stands in Sobot, for example {dc_test}"))
        self.rich.setText(self.tr("Keep markup (rich text)"))
        self.look_up.setText(self.tr("Look up"))
        self._name_languages()
        self._show(self._found, self._error)

    async def _look_up(self, wanted: str) -> None:
        try:
            found = await self._ask(wanted, self._chosen, self.rich.isChecked())
        except AppError as error:
            self._show(None, error)
        else:
            self._show(found, None)
        self.busy.stop()
        self.look_up.setEnabled(True)

    def _show(self, found: MultilingualContent | None, error: AppError | None) -> None:
        self._found, self._error = found, error
        if isinstance(error, InvalidInput):
            self._field.show_text(sentence(error))
        self.note.setText(paragraph(error) if error else "" if found else self.tr("Nothing was looked up yet."))
        self.note.set_tone("danger" if error else "secondary")
        self.note.setVisible(bool(self.note.original()))
        self._name.setText((found.name or found.placeholder) if found else "")
        self._name.setVisible(bool(self._name.original()))
        deleted = found is not None and found.status == _DELETED
        self._state.setText(self.tr("Deleted in Sobot: kept there, no longer used.") if deleted else "")
        self._state.setVisible(deleted)
        self._show_rows(found)

    def _show_rows(self, found: MultilingualContent | None) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        if found is None:
            return
        texts = [
            (self.tr("Default"), found.default),
            *((self._called(code), text) for code, text in found.translations.items()),
        ]
        for title, text in texts:
            row = TextRow(title, text, self._kit, self._body)
            self.rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)

    def _called(self, code: str) -> str:
        language = self._languages.get(code)
        return f"{language.name} ({code})" if language else code

    def _choose_languages(self) -> None:
        picker = PickerPopup(self._kit.look, self._kit.icons, self, mode=Mode.APPLY)
        picker.set_title(self.tr("Languages"))
        known = [Choice(code, one.name, detail=code) for code, one in self._languages.items()]
        picker.set_choices(known, dict.fromkeys(self._chosen, Check.ON))
        picker.applied.connect(self._take_languages)
        picker.closed.connect(picker.deleteLater)
        picker.open_at(self.languages)

    def _take_languages(self, changes: dict[str, bool]) -> None:
        kept = [code for code in self._chosen if changes.get(code, True)]
        self._chosen = (*kept, *(code for code, taken in changes.items() if taken))
        self._name_languages()

    def _name_languages(self) -> None:
        names = [self._called(code) for code in self._chosen]
        shown = listed(names) if len(names) < 3 else self.tr("%n language(s)", "", len(names))
        self.languages.setText((shown or self.tr("All languages")).replace("&", "&&"))
        self.languages.setAccessibleName(
            self.tr("Languages: {names}").format(names=shown or self.tr("All languages"))
        )

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(theme.SPACE[2])
        options.addWidget(self.languages)
        options.addWidget(self.rich)
        options.addStretch(1)
        options.addWidget(self.look_up)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE[2])
        self._column.addStretch(1)
        line = QFrame(self)
        line.setProperty("line", "top")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[3],) * 4)
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._field)
        column.addLayout(options)
        column.addWidget(line)
        column.addWidget(self.busy)
        for part in (self.note, self._name, self._state):
            column.addWidget(part)
        column.addWidget(area, 1)
