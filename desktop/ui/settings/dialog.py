"""The settings: accounts, appearance, the blacklist, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.room import take_room
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.settings.live import LivePreferences
from desktop.ui.kit import Kit
from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.accounts_page import AccountsPage
from desktop.ui.settings.appearance_form import AppearanceForm
from desktop.ui.settings.blacklist_form import BlacklistForm
from desktop.ui.settings.keyboard_page import KeyboardPage
from desktop.ui.settings.ports import About, Profiles

_SIZE = (760, 620)


class SettingsDialog(Translated, QDialog):
    """Shows the settings of the app; appearance changes at once, accounts when saved."""

    def __init__(
        self,
        kit: Kit,
        profiles: Profiles,
        preferences: LivePreferences,
        tasks: Tasks,
        about: About,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setWindowModality(Qt.WindowModality.WindowModal)
        take_room(self, _SIZE)
        self.tabs = QTabWidget(self)
        self.accounts = AccountsPage(kit, profiles, tasks, self)
        self.appearance = AppearanceForm(preferences.current, self)
        self.blacklist = BlacklistForm(preferences.current, self)
        self.about = AboutPage(kit, about, preferences.current, tasks, self)
        self.keyboard = KeyboardPage(kit.look, preferences.current, self)
        for page in (self.accounts, self.appearance, self.keyboard, self.blacklist, self.about):
            self.tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[4], theme.SPACE[3], theme.SPACE[4], theme.SPACE[3])
        column.addWidget(self.tabs)
        self._unsubscribes = []
        for form in (self.appearance, self.keyboard, self.blacklist, self.about):
            form.chosen.connect(lambda name, value: preferences.change(**{name: value}))
            self._unsubscribes.append(preferences.subscribe(form.show_preferences))
        self.accounts.opened.connect(self.accept)
        kit.look.changed.connect(self._fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Settings"))
        self.tabs.setAccessibleName(self.tr("Settings"))
        self.tabs.setTabText(0, self.tr("Accounts"))
        self.tabs.setTabText(1, self.tr("Appearance"))
        self.tabs.setTabText(2, self.tr("Keyboard"))
        self.tabs.setTabText(3, self.tr("Blacklist"))
        self.tabs.setTabText(4, self.tr("About"))

    def _fit(self) -> None:
        take_room(self, _SIZE)

    def show_about(self) -> None:
        """Show what this program is."""
        self.tabs.setCurrentWidget(self.about)

    def done(self, result: int) -> None:
        """Stop what is under way and follow the preferences no more."""
        for key in ("test", "look", "licences"):
            self._tasks.cancel(key)
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        self._unsubscribes.clear()
        super().done(result)
