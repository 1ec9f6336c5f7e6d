"""The page of a customer's history: a box to write in, what is shown, the list, how old it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.busy import Hairline
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.states import EmptyState
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.timeline.composer import RecordComposer
from desktop.ui.timeline.entries import Told
from desktop.ui.timeline.history_filter import HistoryFilter
from desktop.ui.timeline.list import TimelineList
from desktop.ui.timeline.rows import Row, rows_of
from desktop.ui.timeline.words import TimelineWords
from desktop.ui.wording.errortext import paragraph, words_of
from desktop.workspace.timeline.timelines import Timeline


class TimelinePage(Translated, QWidget):
    """Shows one history. `retry_wanted`: the server is to be asked again; `words_wanted`: the language changed."""

    retry_wanted = Signal()
    words_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = TimelineWords(self)
        self.composer = RecordComposer(kit, self)
        self.filter = HistoryFilter(self)
        self.list = TimelineList(kit, self)
        self._busy = Hairline(kit.look, self)
        self._empty = EmptyState(kit.look, kit.icons, self, icon="history")
        self._empty.acted.connect(self._on_empty)
        self._age = PlainLabel(parent=self, type="secondary", tone="faint", elide=True)
        self._retry = Button("", self, kind="link")
        self._retry.clicked.connect(self.retry_wanted)
        self._lay_out()
        self.retranslate()

    def show_history(
        self, timeline: Timeline, unsent: Sequence[Row], entries: Sequence[Told], *, online: bool
    ) -> None:
        """Show what is known of a history: records not sent yet, entries of the part chosen."""
        end = self._words.end(timeline, bool(entries), online=online)
        self.list.rows.show(rows_of(unsent, entries, end, self._kit.formats))
        self._show_busy(timeline)
        self._show_age(timeline, online=online)
        bare = timeline.loaded and not unsent and not entries and not (timeline.has_more and online)
        if bare or timeline.broken is not None:
            self._say_empty(timeline, online=online)
        self._stack.setCurrentIndex(1 if bare or timeline.broken is not None else 0)
        self.list.look_ahead()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Timeline"))
        self._retry.setText(self.tr("Try again"))
        self.words_wanted.emit()

    def _show_busy(self, timeline: Timeline) -> None:
        if timeline.asking:
            self._busy.show_share(None)
        else:
            self._busy.clear()

    def _show_age(self, timeline: Timeline, *, online: bool) -> None:
        error = timeline.broken or timeline.error
        fetched = timeline.state.fetched
        age = "" if fetched is None else self.tr("As of {time}").format(time=self._kit.formats.relative(fetched))
        if not online and fetched is not None:
            age = self.tr("Offline. As of {time}").format(time=self._kit.formats.relative(fetched))
        self._age.setText(words_of(error).what if error is not None else age)
        self._age.set_tone("danger" if error is not None else "faint")
        self._age.set_hint(self._hint(error, fetched))
        self._retry.setVisible(error is not None)

    def _hint(self, error: AppError | None, fetched: int | None) -> str:
        exact = "" if fetched is None else self._kit.formats.exact(fetched)
        return "\n".join(part for part in (paragraph(error) if error is not None else "", exact) if part)

    def _say_empty(self, timeline: Timeline, *, online: bool) -> None:
        if timeline.broken is not None:
            words = words_of(timeline.broken)
            self._empty.say(words.what, words.todo, icon="warning")
        elif self.filter.section is not None:
            self._empty.say(self.tr("Nothing of this kind"), "", self.tr("Show everything"), icon="filter")
        elif timeline.state.fetched is None and not online:
            text = self.tr("It is fetched as soon as there is a network. Records can be written already.")
            self._empty.say(self.tr("This history is not on this computer yet"), text, icon="offline")
        else:
            self._empty.say(
                self.tr("Nothing happened yet"), self.tr("Write the first record above."), icon="history"
            )

    def _on_empty(self) -> None:
        self.filter.choose(None)

    def _lay_out(self) -> None:
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        narrow = QHBoxLayout()
        narrow.setContentsMargins(theme.SPACE[2], 0, theme.SPACE[2], 0)
        narrow.addWidget(self.filter)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE[3], theme.SPACE[0], theme.SPACE[3], theme.SPACE[0])
        foot.addWidget(self._age, 1)
        foot.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.composer)
        column.addLayout(narrow)
        column.addWidget(self._busy)
        column.addWidget(body, 1)
        column.addLayout(foot)
