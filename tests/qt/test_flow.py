from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.flow import Enclosure
from desktop.qt.labels import PlainLabel


class Layouts(QObject):
    """Counts how often a widget is laid out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_what_changes_inside_is_laid_out_there_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    enclosure = Enclosure(window)
    enclosure.setFixedHeight(30)
    QVBoxLayout(window).addWidget(enclosure)
    label, beside = PlainLabel("1", enclosure.inside), PlainLabel("beside", enclosure.inside)
    row = QHBoxLayout(enclosure.inside)
    row.addWidget(label)
    row.addWidget(beside)
    row.addStretch(1)
    window.resize(400, 100)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: enclosure.inside.size() == QSize(enclosure.width(), 30))
    # What showing the window asked for is done.
    QCoreApplication.sendPostedEvents()
    outer, inner, before = Layouts(window), Layouts(enclosure.inside), beside.x()
    label.setText("1,000,000 of 1,000,000")
    qtbot.waitUntil(lambda: inner.count > 0 and beside.x() > before)
    assert outer.count == 0
