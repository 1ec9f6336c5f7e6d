"""The first start: connect an account, or try the demo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.profile import Profile
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.icon_label import IconLabel
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy, take_room
from desktop.qt.tasks import Tasks
from desktop.qt.translated import Translated
from desktop.settings.live import LivePreferences
from desktop.ui.kit import Kit
from desktop.ui.settings.account_editor import AccountEditor
from desktop.ui.settings.ports import Profiles

_SIZE = (820, 640)
_DEMO_WIDTH = 260


class FirstStart(Translated, QDialog):
    """Shown while there is no account; accepted when one was saved or the demo was chosen."""

    demo_chosen = Signal()

    def __init__(
        self,
        kit: Kit,
        profiles: Profiles,
        preferences: LivePreferences,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._preferences = preferences
        self.setWindowModality(Qt.WindowModality.WindowModal)
        take_room(self, _SIZE)
        self._title = PlainLabel(parent=self, type="title")
        self._about = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.language = QComboBox(self)
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for code, name in (("", ""), ("en", "English"), ("zh", "简体中文")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.current.language)))
        self.editor = AccountEditor(kit, profiles, tasks, self)
        self._demo_title = PlainLabel(parent=self, type="section", wrap=True)
        self._demo_about = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.demo_button = Button("", self)
        self._lay_out(kit)
        self.language.activated.connect(self._on_language)
        self.editor.saved.connect(self._on_saved)
        self.demo_button.clicked.connect(self._on_demo)
        self.retranslate()
        self.editor.form.focus_first()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Welcome to Kefu Desk"))
        self._title.setText(self.tr("Connect your Sobot account"))
        self._about.setText(
            self.tr("You need your company's appid and app_key; an administrator finds them in the Sobot console.")
        )
        self.language.setItemText(0, self.tr("As this computer"))
        self.language.setAccessibleName(self.tr("Language"))
        self._demo_title.setText(self.tr("Just looking?"))
        self._demo_about.setText(
            self.tr(
                "The demo runs on this computer alone, with invented customers. Try everything;"
                " nothing is sent and nothing is kept."
            )
        )
        self.demo_button.setText(self.tr("Try the demo"))

    def _on_language(self) -> None:
        self._preferences.change(language=self.language.currentData())

    def _on_saved(self, profile: Profile) -> None:
        self._profiles.open(profile.key)
        self.accept()

    def _on_demo(self) -> None:
        self._profiles.open_demo()
        self.demo_chosen.emit()
        self.accept()

    def _lay_out(self, kit: Kit) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.language)
        card = QFrame(self)
        card.setProperty("surface", "card")
        card.setFixedWidth(roomy(_DEMO_WIDTH))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(*(theme.SPACE[3],) * 4)
        inner.setSpacing(theme.SPACE[2])
        inner.addWidget(IconLabel("customers", kit.icons, card, size=32, tone="accent"))
        inner.addWidget(self._demo_title)
        inner.addWidget(self._demo_about)
        inner.addWidget(self.demo_button)
        side = QVBoxLayout()
        side.addWidget(card)
        side.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(theme.SPACE[4])
        body.addWidget(self.editor, 1)
        body.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[1])
        column.addLayout(head)
        column.addWidget(self._about)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(body, 1)
