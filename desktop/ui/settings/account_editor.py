"""The form of an account with what can be done to it: test the connection, save."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import AppError, InvalidInput, NoKeyring
from desktop.domain.profile import Profile
from desktop.qt import theme
from desktop.qt.busy import Busy
from desktop.qt.buttons import Button
from desktop.qt.dialogs import answered
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import is_there, while_there
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.settings.account_form import AccountForm
from desktop.ui.settings.draft import Draft, faults
from desktop.ui.settings.passphrase_dialog import PassphraseDialog
from desktop.ui.settings.ports import Profiles
from desktop.ui.settings.probe_report import ProbeLines
from desktop.ui.wording.errortext import paragraph


class AccountEditor(Translated, QWidget):
    """Edits one account. `saved` with the stored profile."""

    saved = Signal(object)

    def __init__(self, kit: Kit, profiles: Profiles, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._profiles = profiles
        self._tasks = tasks
        self._error: AppError | None = None
        self.form = AccountForm(kit.icons, self)
        self._report = ProbeLines(kit.icons, self)
        self._trouble = PlainLabel(parent=self, tone="danger", wrap=True)
        self._busy = Busy(kit.look, self)
        self.test_button = Button("", self)
        self.save_button = Button("", self, kind="primary")
        self._lay_out()
        self.form.changed.connect(self._on_edited)
        self._busy.cancelled.connect(lambda: tasks.cancel("test"))
        self.test_button.clicked.connect(self.test)
        self.save_button.clicked.connect(self.save)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Fill the form with an account."""
        self._tasks.cancel("test")
        self.form.show_draft(draft)
        self._on_edited()
        self.retranslate()

    def test(self) -> None:
        """Try to connect with what the form holds."""
        draft = self.form.draft
        wrong = faults(draft)
        self.form.show_faults(wrong)
        if not wrong:
            self._tasks.start(self._test(draft), "test", self)

    def save(self) -> None:
        """Store what the form holds."""
        draft = self.form.draft
        wrong = faults(draft)
        self.form.show_faults(wrong)
        if not wrong:
            self._tasks.start(self._save(draft), "save")

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.test_button.setText(self.tr("Test connection"))
        self.save_button.setText(self.tr("Save") if self.form.draft.key else self.tr("Save and connect"))
        self._busy.setAccessibleName(self.tr("Progress of the test"))
        self._show_trouble(self._error)

    async def _test(self, draft: Draft) -> None:
        self._report.show_report(None)
        self.test_button.setEnabled(False)
        self._busy.start()
        try:
            report = await self._profiles.test(draft)
        except AppError as error:
            self._show_trouble(error)
        else:
            self._report.show_report(report)
            self._area.ensureWidgetVisible(self._report)
        self._busy.stop()
        self.test_button.setEnabled(True)

    async def _save(self, draft: Draft) -> None:
        self.save_button.setEnabled(False)
        # What was begun is stored to the end, be the settings closed meanwhile.
        stored, refused = while_there(self, self._on_stored), while_there(self, self._on_refused)
        try:
            profile = await self._stored(draft)
        except AppError as error:
            refused(error)
        else:
            stored(profile)

    def _on_stored(self, profile: Profile | None) -> None:
        self.save_button.setEnabled(True)
        if profile is not None:
            self.saved.emit(profile)

    def _on_refused(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self.form.show_faults({error.field: error})
        else:
            self._show_trouble(error)

    async def _stored(self, draft: Draft) -> Profile | None:
        """Store the account; where no key store is, as the user chooses. None when he went back."""
        try:
            return await self._profiles.save(draft)
        except NoKeyring:
            if not is_there(self):
                return None
            dialog = PassphraseDialog("choose", draft.name, self._kit.icons, self.window())
            # Read before the dialog is deleted.
            answers: list[Draft] = []
            dialog.accepted.connect(
                lambda: answers.append(
                    replace(draft, memory_only=dialog.memory_only, passphrase=dialog.passphrase or None)
                )
            )
            if not await answered(dialog):
                return None
            return await self._profiles.save(answers[0])

    def _show_trouble(self, error: AppError | None) -> None:
        self._error = error
        self._trouble.setText(paragraph(error) if error else "")
        self._trouble.setVisible(error is not None)

    def _on_edited(self) -> None:
        self._report.show_report(None)
        self._show_trouble(None)

    def _lay_out(self) -> None:
        body = QWidget(self)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, theme.SPACE[2], 0)
        inner.setSpacing(theme.SPACE[2])
        for part in (self.form, self._report, self._trouble):
            inner.addWidget(part)
        inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        row = QHBoxLayout()
        # The buttons end where the fields do, which leave room for a scroll bar.
        row.setContentsMargins(0, 0, theme.SPACE[2], 0)
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self.test_button)
        row.addStretch(1)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._area, 1)
        column.addWidget(self._busy)
        column.addLayout(row)
