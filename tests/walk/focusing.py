"""Whether one sees where the keyboard is: every stop looks different with the focus."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from desktop.qt.lifetime import is_there
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
        plain, marked = _look(widget, focused=False), _look(widget, focused=True)
        if plain is not None and plain == marked:
            yield Fault("focus", where(widget), widget.accessibleName())
    if before is not None and is_there(before):
        before.setFocus()


def _is_stop(widget: QWidget) -> bool:
    # A popup takes the focus itself only until its first stop has it.
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, Popup)
    return tabbed and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def _look(widget: QWidget, *, focused: bool) -> QImage | None:
    """Return a widget's picture; None once it is gone: what is shown may be read anew meanwhile."""
    if not is_there(widget):
        return None
    if focused:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        widget.clearFocus()
    QApplication.processEvents()
    return widget.grab().toImage() if is_there(widget) else None
