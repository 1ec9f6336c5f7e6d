"""The quiet line at the bottom: connection, age of the data, progress of the pull."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.translated import Translated
from desktop.ui.window.statustext import age_text, connection_text, progress_text
from desktop.ui.wording.formats import Formats
from desktop.workspace.status import Status

_TICK_MS = 10_000
_DOT = 10
_DOTS = {"online": "success", "connecting": "neutral", "offline": "warning", "stopped": "danger"}


class _Dot(QWidget):
    """A filled dot when online, a ring when not: the shape tells it without the colour."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._connection = "offline"
        look.changed.connect(self._take_look)
        self._take_look()

    def show_connection(self, connection: str) -> None:
        """Take the colour and shape of a connection."""
        self._connection = connection
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot or ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.colour(_DOTS[self._connection])
        pen = painter.pen()
        pen.setColor(colour)
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.scale(self.width() / _DOT, self.height() / _DOT)
        if self._connection == "online":
            painter.setBrush(colour)
        painter.drawEllipse(2, 2, 6, 6)

    def _take_look(self) -> None:
        side = self._look.scaled(_DOT)
        self.setFixedSize(side, side)
        self.update()


class StatusBar(Translated, QFrame):
    """Shows a `Status`; `cancel_wanted` when the user stops a pull, `outbox_wanted` to see what waits."""

    cancel_wanted = Signal()
    trouble_wanted = Signal()
    outbox_wanted = Signal()

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._status: Status | None = None
        self.setProperty("surface", "surface")
        self.setProperty("line", "top")
        self._dot = _Dot(look, self)
        self._connection, self._age, self._progress, self._quarantined = (
            PlainLabel(parent=self, type="secondary", tone="secondary") for _ in range(4)
        )
        self._trouble = QPushButton(self)
        self._cancel = QPushButton(self)
        self._waiting = 0
        self.outbox = QPushButton(self)
        self.outbox.hide()
        for button in (self._trouble, self._cancel, self.outbox):
            button.setProperty("kind", "link")
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(96)
        self._bar.setTextVisible(False)
        self._lay_out()
        self._cancel.clicked.connect(self.cancel_wanted)
        self._trouble.clicked.connect(self.trouble_wanted)
        self.outbox.clicked.connect(self.outbox_wanted)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._refresh)
        self._clock.start()
        self.retranslate()

    def show_status(self, status: Status | None) -> None:
        """Show what the account is doing; None: there is no account."""
        self._status = status
        self._refresh()

    def show_waiting(self, waiting: int) -> None:
        """Show how many edits wait in the outbox."""
        self._waiting = waiting
        self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Status"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the pull"))
        self._trouble.setText(self.tr("Why?"))
        self._trouble.setAccessibleName(self.tr("Why the connection is not working"))
        self._bar.setAccessibleName(self.tr("Progress of the pull"))
        self._quarantined.set_hint(
            self.tr("Records of the server that could not be read. They are kept for a later version that can.")
        )
        self._refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE[2], theme.SPACE[0], theme.SPACE[2], theme.SPACE[0])
        row.setSpacing(theme.SPACE[1])
        for part in (self._dot, self._connection, self._trouble, self._age):
            row.addWidget(part)
        row.addStretch(1)
        for later in (self._bar, self._progress, self._cancel, self._quarantined, self.outbox):
            row.addWidget(later)

    def _refresh(self) -> None:
        known = self._status is not None
        for part in (self._dot, self._connection, self._age):
            part.setVisible(known)
        self._show(self._status or Status())
        self._show_waiting()

    def _show(self, status: Status) -> None:
        self._dot.show_connection(status.connection)
        self._connection.setText(connection_text(status, self._formats))
        self._age.setText("· " + age_text(status, self._formats))
        self._trouble.setVisible(status.error is not None)
        pulling = status.progress is not None
        parts: tuple[QWidget, ...] = (self._bar, self._progress, self._cancel)
        for part in parts:
            part.setVisible(pulling)
        if status.progress is not None:
            # Given a value it would paint at once, and with it all of the window that waits to be painted.
            self._bar.setUpdatesEnabled(False)
            self._bar.setMaximum(max(0, status.progress.total))
            self._bar.setValue(min(status.progress.done, status.progress.total))
            self._bar.setUpdatesEnabled(True)
            self._progress.setText(progress_text(status.progress, self._formats))
        self._quarantined.setVisible(status.quarantined > 0)
        self._quarantined.setText(self.tr("%n record(s) unreadable", "", status.quarantined))

    def _show_waiting(self) -> None:
        self.outbox.setText(self.tr("%n waiting", "", self._waiting))
        self.outbox.setAccessibleName(self.tr("%n edit(s) waiting in the outbox", "", self._waiting))
        self.outbox.setVisible(self._waiting > 0)
