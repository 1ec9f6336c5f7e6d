"""Every block in one window, for eyes: `python -m tests.qt.gallery [--dark] [--compact] [--popup] [--states]`."""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.qt.banner import Banner
from desktop.qt.busy import Busy
from desktop.qt.buttons import Button, IconButton
from desktop.qt.chips import ChipPainter, ChipView
from desktop.qt.choices import Check, Choice
from desktop.qt.flow import FlowLayout
from desktop.qt.icons import Icons, app_icon
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Density, Look, Scheme
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.rows import RowsModel
from desktop.qt.states import BrokenState, EmptyState
from desktop.qt.table import DataTable
from desktop.qt.toast import Toast, Toasts, Tone
from tests.qt.people import TAGS, People, columns

LONG = "A company with a very long name that does not fit in the room it is given 深圳市某某国际贸易有限公司"


class Gallery(QWidget):
    """The window."""

    def __init__(self, look: Look, *, states: bool = False) -> None:
        super().__init__()
        self.setWindowTitle("Gallery")
        self.look = look
        self.icons = Icons(look)
        self.chips = ChipPainter(look)
        self.toasts = Toasts(look, self.icons, self)
        self.table = DataTable(look, self.icons, self.chips, self)
        self.table.set_rows(RowsModel(People(1_000_000, range(9, 11)), columns(), self))
        self.table.set_sort("updated", descending=True)
        self.table.setAccessibleName("Customers")
        self.picker = PickerPopup(look, self.icons, self, mode=Mode.APPLY)
        left = QVBoxLayout()
        left.addWidget(PlainLabel("Customers", self, type="title"))
        left.addWidget(self._banner())
        left.addLayout(self._fields())
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        parts = [self._states()] if states else [self._texts(), self._chip_row(), self._buttons(), self._inputs()]
        for part in parts:
            right.addWidget(part)
        right.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(24)
        page.addLayout(left, 3)
        page.addLayout(right, 2)

    def open_picker(self) -> None:
        """Open the tag picker under its button."""
        self.picker.set_title("Search tags")
        self.picker.offer_new('Create "{}"')
        tags = [
            Choice(f"t{number}", chip.text, "WeCom tags" if chip.wecom else "Business tags", f"{number * 37}",
                   colour=chip.colour)
            for number, chip in enumerate(TAGS)
        ]  # fmt: skip
        self.picker.set_choices(tags, {"t0": Check.ON, "t2": Check.SOME})
        self.picker.open_at(self.tag_button)

    def _banner(self) -> Banner:
        banner = Banner(self.look, self.icons, self)
        banner.tell("Offline since 10:42. Everything below is from this computer.", tone="warning",
                    action="Try now", icon="offline")  # fmt: skip
        return banner

    def _fields(self) -> QHBoxLayout:
        row = QHBoxLayout()
        search = QLineEdit(self)
        search.setPlaceholderText("Search name, phone, e-mail, tag…")
        search.addAction(self.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.tag_button = Button("Add tag", self, icon=self.icons.icon("plus"))
        self.tag_button.clicked.connect(self.open_picker)
        row.addWidget(search, 1)
        row.addWidget(Button("Filter", self, kind="ghost", icon=self.icons.icon("filter")))
        row.addWidget(self.tag_button)
        row.addWidget(IconButton(self.icons.icon("columns"), "Columns", self))
        return row

    def _texts(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel("Zhang Wei 张伟", box, type="section"))
        column.addWidget(PlainLabel("138 0013 8000", box, copyable=True))
        column.addWidget(PlainLabel(LONG, box, tone="secondary", elide=True))
        column.addWidget(PlainLabel(LONG, box, tone="faint", type="secondary", wrap=True))
        column.addWidget(PlainLabel("<img src=x> <b>not markup</b> \u202eRTL\u0007", box, tone="danger"))
        return box

    def _chip_row(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box)
        for chip in TAGS:
            flow.addWidget(ChipView(chip, self.chips, box, removable=True))
        return box

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, 8)
        for kind in ("primary", "secondary", "ghost", "danger", "destroy", "link"):
            flow.addWidget(Button(kind.capitalize(), box, kind=kind))  # type: ignore[arg-type]
        off = Button("Disabled", box, kind="primary")
        off.setEnabled(False)
        menu_button = Button("Menu", box)
        menu = QMenu(menu_button)
        for text in ("Open", "Copy phone", "Add to blacklist"):
            menu.addAction(text)
        menu_button.setMenu(menu)
        self.menu = menu
        for widget in (off, menu_button):
            flow.addWidget(widget)
        return box

    def _inputs(self) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        combo = QComboBox(box)
        combo.addItems(["Singapore", "North America", "中国大陆"])
        bad = QLineEdit("http://example.com", box)
        bad.setProperty("invalid", True)
        off = QLineEdit("disabled", box)
        off.setEnabled(False)
        self.focused = QLineEdit("focused", box)
        checked, partly, radio = QCheckBox("Checked", box), QCheckBox("Partly", box), QRadioButton("Radio", box)
        checked.setChecked(True)
        partly.setTristate(True)
        partly.setCheckState(partly.checkState().PartiallyChecked)
        radio.setChecked(True)
        tabs = QTabBar(box)
        for text in ("Profile", "Timeline", "Changes"):
            tabs.addTab(text)
        notes = QPlainTextEdit("A note\n备注", box)
        notes.setFixedHeight(56)
        for place, widget in enumerate(
            (combo, bad, off, self.focused, QSpinBox(box), QCheckBox("Box", box), checked, partly, radio,
             QRadioButton("Other", box), tabs, notes)
        ):  # fmt: skip
            grid.addWidget(widget, place // 2, place % 2)
        return box

    def _states(self) -> QWidget:
        box = QWidget(self)
        row = QVBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        busy = Busy(self.look, box)
        busy.start()
        QTimer.singleShot(10, lambda: (busy._on_late(), busy._soon.stop(), busy.set_progress(0.42, "Pulling 42%")))
        empty = EmptyState(self.look, self.icons, box, icon="customers")
        empty.say("No customers yet", "Pull them from the server, or try the demo.", "Pull now")
        broken = BrokenState(self.look, self.icons, box)
        broken.say("Sobot refused the key", "Nothing is lost; 3 edits wait in the outbox.",
                   "Check appid and app_key in Settings.", "900003 wrong sign")  # fmt: skip
        for widget in (busy, empty, broken):
            row.addWidget(widget)
        return box


def main() -> int:
    parser = argparse.ArgumentParser()
    for flag in ("dark", "compact", "popup", "states"):
        parser.add_argument(f"--{flag}", action="store_true")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    chosen = parser.parse_args()
    app = QApplication(sys.argv[:1])
    look = Look(
        app,
        scheme=Scheme.DARK if chosen.dark else Scheme.LIGHT,
        density=Density.COMPACT if chosen.compact else Density.COMFORTABLE,
        scale=chosen.scale,
    )
    look.apply()
    app.setWindowIcon(app_icon())
    window = Gallery(look, states=chosen.states)
    window.resize(1440, 900)
    window.show()
    window.table.selection.add({"id3", "id4"})
    window.table.go_to(6, 1)
    if not chosen.states:
        window.focused.setFocus()
    window.toasts.tell(Toast("Tag “High value” added to 3 customers", Tone.DONE, "Undo", print))
    if chosen.popup:
        QTimer.singleShot(100, window.open_picker)
    if chosen.save:
        QTimer.singleShot(900, lambda: (window.grab().save(str(chosen.save)), app.quit()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
