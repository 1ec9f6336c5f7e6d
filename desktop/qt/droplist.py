"""The list that drops from a line that is typed in: the line keeps the focus."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from desktop.qt.choices import Choice
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.picker_lines import LinePainter
from desktop.qt.popup import SHADOW, Popup
from desktop.qt.searching import RankedChoices
from desktop.qt.theme import SPACE

_LINES = 10
_LEAST_WIDTH = 200


class DropList(Popup):
    """Lines of a model under the line they belong to. `picked(key)` when one was clicked."""

    picked = Signal(str)

    def __init__(self, model: RankedChoices, look: Look, icons: Icons, owner: QWidget) -> None:
        super().__init__(look, owner)
        self._model = model
        self._owner = owner
        self._wide = max(owner.width(), _LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListView(self)
        self.list.setProperty("bare", True)
        self.list.setModel(model)
        self.list.setItemDelegate(LinePainter(look, icons, boxes=False, parent=self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(owner.accessibleName())
        self.note = PlainLabel("", self, tone="secondary", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.setContentsMargins(*(SHADOW + 1 + SPACE[0],) * 4)
        self.body.addWidget(self.list)
        self.body.addWidget(self.note)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered.connect(self._on_entered)

    def tell(self, text: str) -> None:
        """Say something under the lines, "" for nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def fit(self) -> None:
        """Take the height that the lines need, at most ten of them, and stand under the line again."""
        self.list.setVisible(self._model.rowCount() > 0)
        corner = self._owner.mapTo(self._owner.window(), self._owner.rect().topLeft())
        area = self._owner.rect().translated(corner)
        self.resize(self.sizeHint())
        self.move(self._placed(area, self._owner.window(), False))

    def sizeHint(self) -> QSize:
        """Ask for the width of the line, and at most ten lines."""
        lines = min(self._model.rowCount(), _LINES)
        height = lines * self._look.row_height + 2 * SPACE[0] if lines else 0
        if not self.note.isHidden():
            height += self.note.heightForWidth(self._wide - 2 * SPACE[0] - 2 * SPACE[2]) + 2 * SPACE[1]
        return QSize(self._wide + 2 * SHADOW, height + 2 * (SHADOW + 1 + SPACE[0]))

    def current(self) -> Choice | None:
        """Return the choice that Enter would take."""
        line = self._model.line(self.list.currentIndex().row())
        return line if isinstance(line, Choice) else None

    def make_current(self, row: int) -> None:
        """Mark the line that Enter takes; -1 for none."""
        self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def move_current(self, step: int) -> None:
        """Go up or down some lines, over the titles."""
        last = self._model.rowCount() - 1
        row = min(max(self.list.currentIndex().row() + step, 0), last)
        way = 1 if step > 0 else -1
        found = self._model.next_choice(row, way)
        self.make_current(found if found >= 0 else self._model.next_choice(row, -way))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is scrolled: the line may move away from under it."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not self._inside(watched):
            self.close_popup()
            return False
        return super().eventFilter(watched, event)

    def _inside(self, watched: QWidget) -> bool:
        return watched is self or self.isAncestorOf(watched)

    def _pressed_at(self, watched: QWidget) -> bool:
        own = watched is self._owner or self._owner.isAncestorOf(watched)
        return False if own else super()._pressed_at(watched)

    def _take_focus(self) -> None:
        """Leave the focus in the line."""

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if isinstance(line, Choice) and line.enabled:
            self.picked.emit(line.key)

    def _on_entered(self, index: QModelIndex) -> None:
        if isinstance(self._model.line(index.row()), Choice):
            self.list.setCurrentIndex(index)
