"""Whether one sees where the keyboard is: every stop looks different with the focus."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from desktop.qt.popup import Popup
from tests.walk.faults import Fault, seen, where


def unseen_focus(root: QWidget) -> Iterator[Fault]:
    """Yield the stops of a window that look the same with the focus and without."""
    root.activateWindow()
    for _ in range(20):
        QApplication.processEvents()
    if isinstance(root, QMenu | QFileDialog) or not root.isActiveWindow():
        return
    before = QApplication.focusWidget()
    for widget in [one for one in seen(root) if _is_stop(one)]:
        if _look(widget, focused=False) == _look(widget, focused=True):
            yield Fault("focus", where(widget), widget.accessibleName())
    if before is not None:
        before.setFocus()


def _is_stop(widget: QWidget) -> bool:
    # A popup takes the focus itself only until its first stop has it.
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, Popup)
    return tabbed and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def _look(widget: QWidget, *, focused: bool) -> QImage:
    if focused:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        widget.clearFocus()
    QApplication.processEvents()
    return widget.grab().toImage()
