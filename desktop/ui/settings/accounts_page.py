"""The accounts of this computer: a list, and the editor of the one chosen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.profile import Profile
from desktop.qt import theme
from desktop.qt.buttons import Button, IconButton
from desktop.qt.dialogs import ask
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import while_there
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.settings.account_editor import AccountEditor
from desktop.ui.settings.draft import Draft, draft_of
from desktop.ui.settings.ports import Profiles
from desktop.ui.wording.errortext import paragraph

_LIST_WIDTH = 190
_KEY = Qt.ItemDataRole.UserRole


class AccountsPage(Translated, QWidget):
    """Adds, changes, opens and removes accounts. `opened` when another one was opened."""

    opened = Signal()

    def __init__(self, kit: Kit, profiles: Profiles, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._profiles = profiles
        self._tasks = tasks
        self.list = QListWidget(self)
        self.list.setProperty("ring", True)
        self.list.setFixedWidth(roomy(_LIST_WIDTH))
        self.add_button = IconButton(kit.icons.icon("plus"), parent=self)
        self.remove_button = IconButton(kit.icons.icon("trash"), parent=self)
        self.open_button = Button("", self)
        self._trouble = PlainLabel(parent=self, tone="danger", wrap=True)
        self._trouble.hide()
        self.editor = AccountEditor(kit, profiles, tasks, self)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self.open_chosen)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self._ask_remove)
        self.open_button.clicked.connect(self.open_chosen)
        self.editor.saved.connect(self._on_saved)
        self.show_profiles(profiles.current)
        self.retranslate()

    def show_profiles(self, key: str = "") -> None:
        """Show the list anew and choose the account with this key, or the first."""
        self.list.blockSignals(True)
        self.list.clear()
        for profile in self._profiles.all:
            item = QListWidgetItem(self._title(profile), self.list)
            item.setData(_KEY, profile.key)
            item.setSizeHint(QSize(0, self._kit.look.row_height))
        self.list.blockSignals(False)
        keys = [profile.key for profile in self._profiles.all]
        if keys:
            self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._on_chosen()

    def add(self) -> None:
        """Begin a new account."""
        self.list.clearSelection()
        self.list.setCurrentRow(-1)
        self.editor.show_draft(Draft())
        self.editor.form.focus_first()

    def open_chosen(self) -> None:
        """Open the chosen account in the window."""
        profile = self._chosen()
        if profile is not None and profile.key != self._profiles.current:
            self._profiles.open(profile.key)
            self.opened.emit()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.list.setAccessibleName(self.tr("Accounts"))
        self.add_button.set_name(self.tr("Add an account"))
        self.remove_button.set_name(self.tr("Remove this account…"))
        self.open_button.setText(self.tr("Open"))
        self.open_button.setAccessibleName(self.tr("Open this account"))
        for row, profile in enumerate(self._profiles.all):
            item = self.list.item(row)
            if item is not None:
                item.setText(self._title(profile))

    def _title(self, profile: Profile) -> str:
        name = visible(profile.name, limit=60)
        return self.tr("{name} (open)").format(name=name) if profile.key == self._profiles.current else name

    def _chosen(self) -> Profile | None:
        item = self.list.currentItem()
        key = item.data(_KEY) if item is not None else None
        return next((profile for profile in self._profiles.all if profile.key == key), None)

    def _on_chosen(self) -> None:
        profile = self._chosen()
        self.editor.show_draft(draft_of(profile) if profile is not None else Draft())
        self.remove_button.setEnabled(profile is not None)
        self.open_button.setEnabled(profile is not None and profile.key != self._profiles.current)

    def _on_saved(self, profile: Profile) -> None:
        fresh = not self.editor.form.draft.key
        self.show_profiles(profile.key)
        if fresh:
            self.open_chosen()

    def _ask_remove(self) -> None:
        profile = self._chosen()
        if profile is not None:
            self._tasks.start(self._remove(profile), "remove")

    async def _remove(self, profile: Profile) -> None:
        sure = await ask(
            self.window(),
            self.tr("Remove the account “{name}”?").format(name=visible(profile.name)),
            self.tr("Its customers and keys are removed from this computer. Nothing changes in Sobot."),
            self.tr("Remove from this computer"),
            self.tr("Keep"),
            destroys=True,
        )
        if not sure:
            return
        removed = while_there(self, self._on_removed)
        try:
            await self._profiles.remove(profile.key)
        except AppError as error:
            removed(paragraph(error))
        else:
            removed("")

    def _on_removed(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(self._trouble.original()))
        self.show_profiles(self._profiles.current)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE[0])
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE[1])
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.addWidget(self._trouble)
        right.addWidget(self.editor, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE[3], 0, 0)
        row.setSpacing(theme.SPACE[4])
        row.addLayout(left)
        row.addLayout(right, 1)
