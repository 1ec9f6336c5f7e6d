"""The form of one account: environment, appid, app_key, proxy; what is wrong is said at the field."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.profile import ENVIRONMENTS
from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField
from desktop.ui.settings.draft import CUSTOM, Draft, environment_of
from desktop.ui.settings.secret_field import SecretField

_ORDER = (*ENVIRONMENTS, CUSTOM)


class AccountForm(Translated, QWidget):
    """Edits a `Draft`. `changed` at every key."""

    changed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._environment = QComboBox(self)
        for name in _ORDER:
            self._environment.addItem("", name)
        self._name, self._address, self._appid, self._proxy = (QLineEdit(self) for _ in range(4))
        self._secret = SecretField(icons, self)
        controls: dict[str, QWidget] = {
            "name": self._name,
            "environment": self._environment,
            "base_url": self._address,
            "appid": self._appid,
            "app_key": self._secret,
            "proxy": self._proxy,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[2])
        self._fields = {name: FormField(control, self) for name, control in controls.items()}
        for field in self._fields.values():
            column.addWidget(field)
        for line in (self._name, self._address, self._appid, self._proxy, self._secret):
            line.textChanged.connect(self._on_edited)
        self._environment.currentIndexChanged.connect(self._on_environment)
        self.retranslate()
        self.show_draft(Draft())

    @property
    def draft(self) -> Draft:
        """What the form holds now."""
        environment = self._environment.currentData()
        address = self._address.text() if environment == CUSTOM else ENVIRONMENTS[environment]
        return Draft(
            name=self._name.text().strip() or self._suggested_name(),
            base_url=address.strip(),
            appid=self._appid.text().strip(),
            app_key=self._secret.text().strip(),
            proxy=self._proxy.text().strip(),
            key=self._key,
        )

    def show_draft(self, draft: Draft) -> None:
        """Fill the form."""
        self._key = draft.key
        environment = environment_of(draft.base_url)
        self._environment.setCurrentIndex(_ORDER.index(environment))
        self._address.setText(draft.base_url if environment == CUSTOM else "")
        self._name.setText(draft.name)
        self._appid.setText(draft.appid)
        self._secret.setText(draft.app_key)
        self._proxy.setText(draft.proxy)
        self._on_environment()
        self.show_faults({})
        self.retranslate()

    def show_faults(self, faults: Mapping[str, AppError]) -> None:
        """Say at each field what is wrong with it, and go to the first that is."""
        for name, field in self._fields.items():
            field.show_error(faults.get(name))
        first = next((name for name in self._fields if name in faults), None)
        if first is not None:
            self._fields[first].control.setFocus()

    def focus_first(self) -> None:
        """Put the cursor where typing begins: the first empty line that is needed."""
        for line in (self._appid, self._secret):
            if not line.text():
                line.setFocus()
                return
        self._name.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        names = {
            "singapore": self.tr("Singapore"),
            "north_america": self.tr("North America"),
            "china": self.tr("Mainland China"),
            CUSTOM: self.tr("Custom address"),
        }
        for place, name in enumerate(_ORDER):
            host = ENVIRONMENTS.get(name, "").removeprefix("https://")
            self._environment.setItemText(place, f"{names[name]} — {host}" if host else names[name])
        fields = self._fields
        fields["name"].set_texts(self.tr("Name"), self.tr("What this account is called in this app."))
        fields["environment"].set_texts(self.tr("Environment"))
        fields["base_url"].set_texts(self.tr("Server address"), self.tr("Begins with https://"))
        fields["appid"].set_texts(self.tr("appid"), self.tr("From the Sobot console: Settings, API."))
        hint = self.tr("Kept in this computer's key store only.")
        if self._key:
            hint = self.tr("Stored. Leave empty to keep it, or type a new one.")
        fields["app_key"].set_texts(self.tr("app_key"), hint)
        fields["proxy"].set_texts(
            self.tr("Proxy (optional)"), self.tr("For example http://proxy.example.com:8080")
        )
        self._name.setPlaceholderText(self._suggested_name())

    def _suggested_name(self) -> str:
        return self.tr("My account")

    def _on_environment(self) -> None:
        self._fields["base_url"].setVisible(self._environment.currentData() == CUSTOM)
        self._on_edited()

    def _on_edited(self) -> None:
        self.changed.emit()
