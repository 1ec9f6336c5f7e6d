"""The answer of "Test connection": a line for each step, with what to do where one failed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.qt import theme
from desktop.qt.icon_label import IconLabel
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.wording.errortext import paragraph

if TYPE_CHECKING:
    # Loads the API client, which the first screen does without.
    from desktop.workspace.probe import ProbeReport, Step

_LOOKS = {True: ("success", "success"), False: ("error", "danger"), None: ("minus", "faint")}


class ProbeLines(Translated, QFrame):
    """Shows a `ProbeReport`; hidden until there is one."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._report: ProbeReport | None = None
        self.setProperty("surface", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.SPACE[2], theme.SPACE[1], theme.SPACE[2], theme.SPACE[1])
        self._grid.setHorizontalSpacing(theme.SPACE[1])
        self._grid.setVerticalSpacing(theme.SPACE[0])
        self._grid.setColumnStretch(1, 1)
        self.retranslate()

    def show_report(self, report: "ProbeReport | None") -> None:
        """Show how far the connection went, None for no answer yet."""
        self._report = report
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Result of the test"))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(self._report is not None)
        if self._report is not None:
            for row, step in enumerate(self._report.steps):
                self._add(row, step)

    def _add(self, row: int, step: "Step") -> None:
        icon, tone = _LOOKS[step.ok]
        mark = IconLabel(icon, self._icons, self, tone=tone)
        mark.setAccessibleName(
            {True: self.tr("Passed"), False: self.tr("Failed"), None: self.tr("Not tried")}[step.ok]
        )
        text = self._text(step)
        label = PlainLabel(text, self, wrap=True, tone="text" if step.ok is not None else "faint")
        label.setAccessibleName(f"{mark.accessibleName()}: {text}")
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)

    def _text(self, step: "Step") -> str:
        if step.error is not None:
            return paragraph(step.error)
        if step.name == "clock" and step.ok is False and self._report and self._report.clock_offset:
            seconds = round(abs(self._report.clock_offset))
            return self.tr("The clock differs from the server's by %n second(s). It harms nothing.", "", seconds)
        return {
            "reachable": self.tr("The server answers"),
            "tls": self.tr("The connection is secure"),
            "clock": self.tr("The clock is right"),
            "sign": self.tr("appid and app_key are accepted"),
            "plan": self.tr("The plan includes API access"),
        }[step.name]
