"""Asks for the passphrase of an account on a machine that keeps no keys, or lets one be chosen."""

from typing import Literal, TypeAlias

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError, InvalidInput
from desktop.qt import theme
from desktop.qt.dialogs import fit_height
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField
from desktop.ui.settings.secret_field import SecretField

Purpose: TypeAlias = Literal["enter", "choose"]
_WIDTH = 440


class PassphraseDialog(Translated, QDialog):
    """Accepted with `passphrase` set, or with `memory_only` when nothing is to be kept (only while choosing)."""

    def __init__(self, purpose: Purpose, account: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose: Purpose = purpose
        self._account = account
        self.memory_only = False
        self.setModal(True)
        self._title = PlainLabel(parent=self, type="section", wrap=True)
        self._about = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._first = SecretField(icons, self)
        self._second = SecretField(icons, self)
        self._field = FormField(self._first, self)
        self._again = FormField(self._second, self)
        self._memory = QPushButton(self)
        self._cancel = QPushButton(self)
        self._go = QPushButton(self)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        self._lay_out()
        self._go.clicked.connect(self._on_go)
        self._cancel.clicked.connect(self.reject)
        self._memory.clicked.connect(self._on_memory)
        self.retranslate()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._first.text()

    def show_error(self, error: AppError) -> None:
        """Say why the passphrase did not do; what was typed stays."""
        self._field.show_error(error)
        fit_height(self, roomy(_WIDTH))
        self._first.selectAll()
        self._first.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self._purpose == "enter":
            self._title.setText(self.tr("Passphrase of “{account}”").format(account=self._account))
            self._about.setText(
                self.tr("This computer has no key store, so the files of this account open with your passphrase.")
            )
            self._go.setText(self.tr("Open"))
        else:
            self._title.setText(self.tr("This computer has no key store"))
            self._about.setText(
                self.tr(
                    "Choose a passphrase to keep customers and keys encrypted on this computer; you are asked"
                    " for it at each start and nobody can recover it. Or keep everything in memory: then all"
                    " of it is pulled again at the next start."
                )
            )
            self._go.setText(self.tr("Use this passphrase"))
        self.setWindowTitle(self._title.text())
        self._field.set_texts(self.tr("Passphrase"))
        self._again.set_texts(self.tr("The same once more"))
        self._memory.setText(self.tr("Keep in memory only"))
        self._cancel.setText(self.tr("Cancel"))
        fit_height(self, roomy(_WIDTH))

    def _on_go(self) -> None:
        if not self.passphrase:
            self.show_error(InvalidInput("passphrase", "missing"))
            return
        if self._purpose == "choose" and self._second.text() != self.passphrase:
            self._again.show_text(self.tr("The two passphrases differ. Type the same one twice."))
            fit_height(self, roomy(_WIDTH))
            self._second.setFocus()
            return
        self.accept()

    def _on_memory(self) -> None:
        self.memory_only = True
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        for part in (self._title, self._about, self._field, self._again):
            column.addWidget(part)
        choosing = self._purpose == "choose"
        self._again.setVisible(choosing)
        self._memory.setVisible(choosing)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self._memory)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._go)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(row)
