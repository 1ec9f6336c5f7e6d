"""About: the version, where the data lie, licences, a report to pass on, and the look for a newer version."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.profile import checked_base_url
from desktop.domain.releases import Release
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.icon_label import IconLabel
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.settings.preferences import Preferences
from desktop.ui.form_field import FormField
from desktop.ui.kit import Kit
from desktop.ui.settings.licences_dialog import LicencesDialog
from desktop.ui.settings.ports import About
from desktop.ui.wording.errortext import sentence

_WIDTH = 460


class AboutPage(Translated, QWidget):
    """Tells about the program. `chosen` with the name of a preference and its new value."""

    chosen = Signal(str, object)

    def __init__(
        self, kit: Kit, about: About, preferences: Preferences, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._about = about
        self._tasks = tasks
        self._release = about.newer
        self._looked = about.newer is not None
        self._name = PlainLabel("Kefu Desk", self, type="title")
        self._version = PlainLabel(parent=self, tone="secondary")
        self._made_of = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._folder_title = PlainLabel(parent=self)
        self.folder = PlainLabel(str(about.folder), self, tone="secondary", elide=True, copyable=True)
        self.open_folder = Button("", self)
        self.licences = Button("", self)
        self.copy_report = Button("", self)
        self._report_hint = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        self.daily = QCheckBox(self)
        self._daily_hint = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        self.address = QLineEdit(self)
        self._address_field = FormField(self.address, self)
        self.look = Button("", self)
        self.result = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.open_page = Button("", self, kind="link")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is in force."""
        self.daily.setChecked(preferences.update_check)
        if not self.address.hasFocus():
            self.address.setText(preferences.update_address)
        self.look.setEnabled(bool(self.address.text().strip()))

    def show_release(self, release: Release | None) -> None:
        """Say that there is a newer version, or with None that there is none."""
        self._release, self._looked = release, True
        self._show_result()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._version.setText(self.tr("Version {version}").format(version=self._about.version))
        self._made_of.setText(
            self.tr("Free software under the MIT licence. It uses Qt under the LGPL and other free software.")
        )
        self._folder_title.setText(self.tr("Your data is kept in"))
        self.open_folder.setText(self.tr("Open the folder"))
        self.licences.setText(self.tr("Licences…"))
        self.copy_report.setText(self.tr("Copy system report"))
        self._report_hint.setText(
            self.tr("Versions, screens and the last failure, to pass on with a question. No names, no customers.")
        )
        self.daily.setText(self.tr("Look for a newer version once a day"))
        self._daily_hint.setText(self.tr("Sends nothing about you, and never installs anything by itself."))
        self._address_field.set_texts(
            self.tr("Where to look"),
            self.tr("The https address of a release, from whoever gave you Kefu Desk. Empty: nobody is asked."),
        )
        self.look.setText(self.tr("Look now"))
        self.open_page.setText(self.tr("Open its page"))
        self._show_result()

    def _connect(self) -> None:
        self.open_folder.clicked.connect(self._on_open_folder)
        self.licences.clicked.connect(lambda: self._tasks.start(self._show_licences(), "licences", self))
        self.copy_report.clicked.connect(self._on_copy_report)
        self.daily.clicked.connect(lambda on: self.chosen.emit("update_check", on))
        self.address.editingFinished.connect(self._on_address)
        self.address.textChanged.connect(lambda text: self.look.setEnabled(bool(text.strip())))
        self.look.clicked.connect(self._on_look)
        self.open_page.clicked.connect(self._on_open_page)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._about.folder)))

    def _on_copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._about.report())
        self.copy_report.setText(self.tr("Copied"))

    def _on_open_page(self) -> None:
        if self._release is not None:
            QDesktopServices.openUrl(QUrl(self._release.page))

    def _on_address(self) -> bool:
        """Keep the address unless it is none that can be asked; say whether it can."""
        text = self.address.text().strip()
        try:
            address = checked_base_url(text) if text else ""
        except InvalidInput as error:
            self._address_field.show_error(error)
            return False
        self._address_field.show_error(None)
        self.chosen.emit("update_address", address)
        return bool(address)

    def _on_look(self) -> None:
        if self._on_address():
            self._tasks.start(self._look(self.address.text().strip()), "look", self)

    async def _look(self, address: str) -> None:
        self._looked = False
        self.look.setEnabled(False)
        self.result.setText(self.tr("Looking…"))
        self.open_page.hide()
        try:
            self.show_release(await self._about.look(address))
        except AppError as error:
            self.result.setText(sentence(error))
            self.result.set_tone("danger")
        self.look.setEnabled(True)

    async def _show_licences(self) -> None:
        components = await self._about.components()
        LicencesDialog(components, self._kit.look.row_height, self.window()).open()

    def _show_result(self) -> None:
        self.open_page.setVisible(self._release is not None and bool(self._release.page))
        if not self._looked:
            self.result.setText("")
            return
        self.result.set_tone("secondary" if self._release is None else "success")
        self.result.setText(
            self.tr("This is the newest version.")
            if self._release is None
            else self.tr("Version {version} is there.").format(version=self._release.version)
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE[3])
        head.addWidget(IconLabel("kefu-desk", self._kit.icons, self, size=48, tone="accent"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._version)
        head.addLayout(words, 1)
        place = _row(self.folder, self.open_folder)
        place.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE[3], 0, 0)
        column.setSpacing(theme.SPACE[1])
        column.addLayout(head)
        column.addWidget(self._made_of)
        column.addLayout(_row(self.licences, self.copy_report, stretch=True))
        column.addWidget(self._report_hint)
        column.addSpacing(theme.SPACE[2])
        column.addWidget(self._folder_title)
        column.addLayout(place)
        column.addSpacing(theme.SPACE[2])
        column.addWidget(self.daily)
        column.addWidget(self._daily_hint)
        self._address_field.setMaximumWidth(roomy(_WIDTH))
        column.addWidget(self._address_field)
        column.addLayout(_row(self.look, self.result, self.open_page, stretch=True))
        column.addStretch(1)


def _row(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE[1])
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
