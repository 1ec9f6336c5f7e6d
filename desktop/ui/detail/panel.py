"""The detail panel: the customer's head, then tabs; the first holds every field of the record in groups."""

import math
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from desktop.domain.folding import Spans
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.pieces import Pieces
from desktop.qt.safetext import tooltip
from desktop.qt.translated import Translated
from desktop.ui.detail.block_view import BlockView
from desktop.ui.detail.header import DetailHeader
from desktop.ui.detail.record import Block, blocks_of
from desktop.ui.detail.tabs import DetailTabs
from desktop.ui.wording.errortext import paragraph, words_of
from desktop.ui.wording.fieldtext import FieldText

LEAST_WIDTH = 280
_A_TURN = 6
"""Fields that are made in one turn of the event loop: half a millisecond each, and as much to lay them out."""


class DetailPanel(Translated, QFrame):
    """One customer. `refresh_wanted` with the id when the user asks the server again, `close_wanted` to hide.

    `shown` with the id of the customer that is shown from now on, "" for none; `edit_wanted` from the button that
    `offer_edit` shows. `set_header` completes it; others add their pages to `tabs`.
    """

    refresh_wanted = Signal(str)
    close_wanted = Signal()
    copied = Signal(str)
    shown = Signal(str)
    edit_wanted = Signal()

    def __init__(
        self,
        icons: Icons,
        texts: FieldText,
        parent: QWidget | None = None,
        *,
        spotted: Callable[[str], Spans] | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._spotted = spotted
        self._customer: Customer | None = None
        self._error: AppError | None = None
        self._blocks: list[BlockView] = []
        self._pieces = Pieces(self)
        self.setProperty("surface", "window")
        self.setMinimumWidth(LEAST_WIDTH)
        # Each is made in the parent it stays in: moving it into another costs as much as making it.
        self._details = details = QWidget(self)
        self._edit = Button("", details, kind="link", icon=icons.icon("edit", tone="accent"))
        self._edit.hide()
        self._refresh = _tool("refresh", icons, details)
        self._close = _tool("close", icons, details)
        self._title = PlainLabel(parent=details, type="secondary", tone="secondary")
        self.page = page = QWidget(details)
        self._trouble = PlainLabel(parent=page, type="secondary", tone="danger", wrap=True)
        self._retry = QPushButton(page)
        self._retry.setProperty("kind", "link")
        self.tabs = DetailTabs(page)
        self._body = QWidget()
        self._empties = QCheckBox(self._body)
        self._empty = QWidget(details)
        self._nothing = PlainLabel(parent=self._empty, tone="secondary", wrap=True)
        self._lay_out()
        self._refresh.clicked.connect(self._ask)
        self._retry.clicked.connect(self._ask)
        self._close.clicked.connect(self.close_wanted)
        self._edit.clicked.connect(self.edit_wanted)
        self._empties.hide()
        self._empties.toggled.connect(self._show_blocks)
        self._show_state()
        self.retranslate()

    def set_header(self, header: DetailHeader) -> None:
        """Take the head, made in `page`: of as many widgets as all the rest, it comes in a turn of its own."""
        self.header = header
        self._head.insertWidget(0, header)
        header.spot(self._spotted)
        header.copied.connect(self.copied)

    @property
    def customer_id(self) -> str:
        """The id of the customer shown, "" for none."""
        return self._customer.id if self._customer else ""

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer as the cache has it, None for no one; the fold of empty fields stays as it was."""
        other = customer is None or customer.id != self.customer_id
        self._customer = customer
        if other:
            self._error = None
            self._area.verticalScrollBar().setValue(0)
        if customer is not None:
            self.header.show_customer(customer)
        self._show_blocks(in_pieces=other)
        self._show_state()
        if other:
            self.shown.emit(self.customer_id)

    def show_refreshing(self, busy: bool) -> None:
        """Tell that the server is being asked about this customer."""
        self._refresh.setEnabled(not busy)

    def show_trouble(self, error: AppError | None) -> None:
        """Say in place why the server could not be asked, None when it could."""
        self._error = error
        self._show_state()

    def offer_edit(self, words: str, hint: str = "") -> None:
        """Show a button with these words that edits the customer, "" for none."""
        self._edit.setText(words)
        self._edit.setToolTip(tooltip(hint))
        self._edit.setVisible(bool(words))

    def show_form(self, form: QWidget | None) -> None:
        """Put a form in place of the customer, None to take it away; the form is the caller's."""
        while self._sides.count() > 1:
            old = self._sides.widget(1)
            if old is not None:
                self._sides.removeWidget(old)
        if form is not None:
            self._sides.addWidget(form)
            self._sides.setCurrentWidget(form)

    def refresh_texts(self) -> None:
        """Write everything anew: names of tags, stages or agents changed."""
        if self._customer is not None:
            self.show_customer(self._customer)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Customer details"))
        self._area.setAccessibleName(self.tr("Profile"))
        self._title.setText(self.tr("Details"))
        for button, text in ((self._refresh, self.tr("Refresh from the server")), (self._close, self.tr("Hide"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._empties.setText(self.tr("Show empty fields"))
        self._retry.setText(self.tr("Retry"))
        self._nothing.setText(self.tr("Choose a customer to see every field of the record here."))
        self._show_state()
        self._show_blocks()

    def _ask(self) -> None:
        if self._customer is not None:
            self.refresh_wanted.emit(self._customer.id)

    def _show_state(self) -> None:
        self._pages.setCurrentIndex(0 if self._customer is None else 1)
        self._refresh.setVisible(self._customer is not None)
        self._trouble.setText(words_of(self._error).what if self._error else "")
        self._trouble.set_hint(paragraph(self._error) if self._error else "")
        for part in (self._trouble, self._retry):
            part.setVisible(self._error is not None)

    def _show_blocks(self, *, in_pieces: bool = False) -> None:
        blocks = blocks_of(self._customer, self._texts) if self._customer else []
        self._pieces.begin(self._blocks_shown(blocks, _A_TURN if in_pieces else math.inf))

    def _blocks_shown(self, blocks: Sequence[Block], a_turn: float) -> Iterator[None]:
        """Show blocks from the top down; once `a_turn` fields had to be made, the rest waits for the next turn.

        It waits hidden: nothing that is shown moves, nothing is of another customer.
        """
        for view in self._blocks[len(blocks) :]:
            view.hide()
        room = a_turn if self._blocks or a_turn == math.inf else 0
        for place, block in enumerate(blocks):
            if room <= 0:
                for view in self._blocks[place:]:
                    view.hide()
                yield
                room = a_turn
            if place == len(self._blocks):
                self._blocks.append(BlockView(self._body, spotted=self._spotted))
                self._column.addWidget(self._blocks[place])
            room -= self._blocks[place].show_block(block, empties=self._empties.isChecked())
        self._empties.setVisible(bool(blocks))

    def _lay_out(self) -> None:
        # What comes into a stack is laid out at once: now it holds nothing yet.
        self._sides = QStackedLayout(self)
        self._sides.addWidget(self._details)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._empty)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[1], 0)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._edit)
        bar.addWidget(self._refresh)
        bar.addWidget(self._close)
        about = QVBoxLayout(self._empty)
        about.setContentsMargins(theme.SPACE[3], theme.SPACE[4], theme.SPACE[3], theme.SPACE[3])
        about.addWidget(self._nothing)
        about.addStretch(1)
        self._lay_out_page()
        self._pages.addWidget(self.page)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._pages, 1)

    def _lay_out_page(self) -> None:
        self._head = head = QVBoxLayout()
        head.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[1])
        head.setSpacing(theme.SPACE[2])
        trouble = QHBoxLayout()
        trouble.addWidget(self._trouble, 1)
        trouble.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(trouble)
        self.tabs.add("profile", self._profile_page, lambda: self.tr("Profile"))
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)

    def _profile_page(self) -> QWidget:
        self._area = QScrollArea(self.tabs.pages)
        self._area.setWidgetResizable(True)
        # Its fields are the stops of the keyboard, and bring themselves into view.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[3])
        inner.setSpacing(theme.SPACE[2])
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.SPACE[1])
        inner.addLayout(self._column)
        inner.addWidget(self._empties)
        inner.addStretch(1)
        return self._area


def _tool(icon: str, icons: Icons, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon))
    return button
