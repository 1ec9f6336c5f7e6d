"""A column of the board: the stage's name, how many are in it, its cards."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.safetext import visible
from desktop.qt.theme import RADIUS_PANEL, RING, SPACE
from desktop.qt.translated import Translated
from desktop.ui.board.card_model import CardModel, card_columns
from desktop.ui.board.card_painter import CardPainter
from desktop.ui.board.card_view import CardView
from desktop.ui.board.cards import CardSource
from desktop.ui.customers.columns import CustomerColumns
from desktop.ui.window.listed import Listing
from desktop.ui.wording.formats import Formats

_LONGEST = 200
"""Characters of a stage's name that are shown and said."""


class BoardColumn(Translated, QWidget):
    """The customers of one stage; `stage_id` is "" for those without."""

    def __init__(
        self,
        stage_id: str,
        listing: Listing,
        columns: CustomerColumns,
        painter: CardPainter,
        look: Look,
        formats: Formats,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.stage_id = stage_id
        self._columns = columns
        self._look = look
        self._formats = formats
        self._name = ""
        self._shown = -1
        self._target = False
        self.source = CardSource(listing)
        self.model = CardModel(self.source, card_columns(columns), self)
        self.view = CardView(self.model, painter, look, self)
        self._title = PlainLabel("", self, strong=True, elide=True)
        self._count = PlainLabel("", self, type="secondary", tone="secondary")
        self._nothing = PlainLabel("", self, type="secondary", tone="faint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(SPACE[2], SPACE[4], SPACE[2], SPACE[2])
        self._lay_out()
        self.setFocusProxy(self.view)
        for changed in (
            self.model.modelReset,
            self.model.rowsInserted,
            self.model.rowsRemoved,
            self.model.counted,
        ):
            changed.connect(self._show_count)
        self.retranslate()

    def close_column(self) -> None:
        """Stop following the listing."""
        self.model.close()
        self.source.close()

    @property
    def name(self) -> str:
        """What the stage is called."""
        return visible(self._name, limit=_LONGEST) or self.tr("No stage")

    def show_name(self, name: str) -> None:
        """Show what the stage is called, "" for none."""
        if name != self._name:
            self._name = name
            self.retranslate()

    def show_target(self, target: bool) -> None:
        """Show whether a card would land here."""
        if target is not self._target:
            self._target = target
            self.update()

    def card_area(self, row: int) -> QRect:
        """Return where a card is on the screen."""
        area = self.view.card_area(row)
        canvas = self.view.viewport()
        return QRect(canvas.mapToGlobal(area.topLeft()), area.size())

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.name)
        self._title.set_tone("text" if self.stage_id else "secondary")
        self.model.set_columns(card_columns(self._columns))
        self._shown = -1
        self._show_count()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.colour
        painter.setBrush(tokens("surface"))
        painter.setPen(QPen(tokens("accent"), RING) if self._target else QPen(tokens("hairline"), 1))
        inset = RING / 2 if self._target else 0.5
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_PANEL, RADIUS_PANEL
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[0])
        head.setSpacing(SPACE[1])
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._stack = QStackedLayout()
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RADIUS_PANEL)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _show_count(self) -> None:
        listing = self.source.listing
        known = listing.exact or not listing.busy or listing.found is not None
        count = self.source.count + (0 if listing.found is None else listing.found - listing.count)
        if (count if known else -2) == self._shown:
            return
        self._shown = count if known else -2
        number = self._formats.number(count)
        self._count.setText(number if known else "…" if not count else f"{number}+")
        self.setAccessibleName(self.name)
        self.view.setAccessibleName(self.tr("{stage}, customers: {count}").format(stage=self.name, count=number))
        self._nothing.setText(self.tr("Nobody here") if known and not count else "")
