"""Work in pieces: one a turn of the event loop, so that no turn is long."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Pieces(QObject):
    """Does the pieces of one work at a time: `next` does one. It ends with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: Iterator[object] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def begin(self, work: Iterator[object]) -> None:
        """Do the first piece now, the others in the turns to come; what is left of a former work is dropped."""
        self._left = work
        self._turn.start()
        self._on_turn()

    def _on_turn(self) -> None:
        try:
            next(self._left)
        except StopIteration:
            self._turn.stop()
