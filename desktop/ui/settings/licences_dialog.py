"""The licences of everything that is shipped: a list, and the text of the one chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.components import Component
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy, take_room
from desktop.qt.translated import Translated

_SIZE = (860, 600)
_LIST_WIDTH = 250


class LicencesDialog(Translated, QDialog):
    """Shows each component with its licence."""

    def __init__(self, components: Sequence[Component], row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = components
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        take_room(self, _SIZE)
        self._title = PlainLabel(parent=self, type="title")
        self._notice = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.list = QListWidget(self)
        self.list.setProperty("ring", True)
        self.list.setFixedWidth(roomy(_LIST_WIDTH))
        self._heading = PlainLabel(parent=self, type="section", wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        for component in components:
            item = QListWidgetItem(component.name, self.list)
            item.setSizeHint(QSize(0, row_height))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Licences"))
        self._title.setText(self.tr("Licences"))
        self._notice.setText(
            self.tr(
                "Kefu Desk is made of these parts. Qt and PySide6 are used under the LGPL, version 3:"
                " their entries say where the sources are and how to put your own libraries in their place."
            )
        )
        self.list.setAccessibleName(self.tr("Parts"))
        self.text.setAccessibleName(self.tr("Licence text"))

    def _show(self, row: int) -> None:
        component = self._components[row]
        self._heading.setText(" · ".join(filter(None, [component.name, component.version, component.licence])))
        self.text.setPlainText(component.text)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE[1])
        right.addWidget(self._heading)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(theme.SPACE[3])
        body.addWidget(self.list)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._title)
        column.addWidget(self._notice)
        column.addLayout(body, 1)
