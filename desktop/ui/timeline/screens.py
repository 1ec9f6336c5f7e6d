"""The timeline in the window: a tab of the detail panel that follows the customer shown there."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError, InvalidInput, Irrevocable
from desktop.domain.following.behaviour import Behaviour
from desktop.domain.following.timeline import section_of
from desktop.domain.intents.following import AddRecord
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.timeline.changes_page import ChangesPage
from desktop.ui.timeline.entries import Told, told
from desktop.ui.timeline.page import TimelinePage
from desktop.ui.timeline.ports import TimelineAccount
from desktop.ui.timeline.unsent import content_of, records_of, row_of
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.events import AccountEvent, CollectionChanged, EntrySettled, OutboxChanged, StatusChanged
from desktop.workspace.timeline.timelines import Timeline

TIMELINE, CHANGES = "timeline", "changes"
_DRAFT = "record."
_SOON_MS = 400
"""How long a customer is shown before the server is asked about its history."""


class TimelineScreens(QObject):
    """Shows the history of the customer in the panel and sends records, until `close`.

    `read` with the `Timeline` shown, each time more of it is known.
    """

    read = Signal(object)

    def __init__(
        self, window: MainWindow, panel: DetailPanel, account: TimelineAccount, kit: Kit, lookup: Lookup
    ) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._account = account
        self._lookup = lookup
        self._tasks: Tasks | None = None
        self._timeline: Timeline | None = None
        self._sent: dict[str, Entry] = {}
        self._waiting: dict[str, str] = {}
        self._done: set[str] = set()
        self._told: dict[str, tuple[Behaviour, Told]] = {}
        self._customer = ""
        self.page = TimelinePage(kit, panel.tabs.pages)
        self.changes = ChangesPage(kit, panel.tabs.pages)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._later = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self._show_customer(panel.customer_id)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that questions to the server run in."""
        self._tasks = tasks
        self._later.start()

    def close(self) -> None:
        """Stop following the account; what was typed is kept."""
        self._keep()
        self._unsubscribe()
        self._soon.stop()
        self._later.stop()
        self._tasks = None
        self._show_customer("")

    def write(self) -> None:
        """Go to the box of a new record, for the customer the user is at."""
        self._window.show_panel(True)
        self._panel.tabs.show_tab(TIMELINE)
        self.page.composer.box.setFocus()

    def _connect(self) -> None:
        page = self.page
        self._panel.shown.connect(self._show_customer)
        self._panel.tabs.chosen.connect(lambda _key: self._on_tab())
        page.composer.saved.connect(self._save)
        page.composer.kept.connect(lambda _text: self._keep())
        page.composer.left.connect(self._window.focus_page)
        page.filter.changed.connect(self._show)
        page.words_wanted.connect(self._soon.start)
        page.list.end_neared.connect(self._want_older)
        self.changes.list.end_neared.connect(self._want_older)
        self.changes.list.copied.connect(page.list.copied)
        page.list.withdraw_wanted.connect(self._withdraw)
        page.list.copied.connect(lambda: self._window.toasts.tell(Toast(self.tr("Copied"))))
        page.retry_wanted.connect(self._retry)
        self._soon.timeout.connect(self._show)
        self._later.timeout.connect(self._refresh)

    def _show_customer(self, customer_id: str) -> None:
        if customer_id == self._customer:
            return
        self._keep()
        # What was typed before the panel had read its customer is the customer's.
        early = "" if self._customer else self.page.composer.text
        self._customer = customer_id
        if self._timeline is not None:
            self._timeline.close()
            self._timeline = None
        self._told, self._sent, self._waiting = {}, {}, {}
        for shown in (self.page.list, self.changes.list):
            shown.rows.show([])
            shown.rows.expanded.clear()
        draft = self._account.drafts.get(_DRAFT + customer_id) if customer_id else None
        self.page.composer.show_text(early or (str(draft.body.get("text", "")) if draft is not None else ""))
        self._open()

    def _on_tab(self) -> None:
        self._open()
        self._soon.start()

    def _open(self) -> None:
        if self._timeline is None and self._customer and self._is_seen:
            self._timeline = self._account.timelines.open(self._customer, self._soon.start)
            self._later.start()

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case StatusChanged() | OutboxChanged():
                self._soon.start()
            case CollectionChanged():
                self._told = {}
                self._soon.start()
            case EntrySettled(entry) if records_of([entry], self._customer) and not entry.error:
                # It stays in sight until the history holds it.
                self._sent[entry.id] = entry
                self._done.add(entry.id)
                self._later.start()
        if isinstance(event, StatusChanged) and self._stale:
            self._later.start()

    @property
    def _is_seen(self) -> bool:
        return self._panel.tabs.key in {TIMELINE, CHANGES}

    @property
    def _online(self) -> bool:
        return self._tasks is not None and self._account.status.connection == "online"

    @property
    def _stale(self) -> bool:
        timeline = self._timeline
        return timeline is not None and timeline.error is not None and self._online and not timeline.asking

    def _show(self) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        if self._panel.tabs.key == CHANGES:
            everything = [self._words(one) for one in timeline.entries]
            self.changes.show_changes(timeline, everything, online=self._online)
        section = self.page.filter.section
        entries = [
            self._words(one) for one in timeline.entries if section is None or section_of(one.kind) is section
        ]
        waiting = records_of(self._account.outbox.entries(), self._customer)
        self._take_back({one.id: content_of(one) for one in waiting})
        unsent = [row_of(one) for one in (*waiting, *self._sent.values())]
        self.page.show_history(timeline, unsent, entries, online=self._online)
        self.read.emit(timeline)

    def _take_back(self, waiting: dict[str, str]) -> None:
        """Put the words of a record that was withdrawn or undone back into the box, where it is empty."""
        gone = [text for key, text in self._waiting.items() if key not in waiting and key not in self._done]
        self._waiting = waiting
        if gone and not self.page.composer.text.strip():
            self.page.composer.show_text(gone[0])
            self._keep()

    def _words(self, behaviour: Behaviour) -> Told:
        held = self._told.get(behaviour.id)
        if held is None or held[0] is not behaviour:
            held = self._told[behaviour.id] = (behaviour, told(behaviour, self._lookup))
        return held[1]

    def _want_older(self) -> None:
        timeline = self._timeline
        if timeline is None or not timeline.loaded:
            return
        if not timeline.is_read:
            timeline.read_on()
        elif timeline.state.total is not None and timeline.has_more and timeline.error is None:
            self._ask(self._account.timelines.older(timeline), timeline)

    def _refresh(self) -> None:
        timeline = self._timeline
        if timeline is not None and self._is_seen:
            self._ask(self._brought_up(timeline, dict(self._sent)), timeline)

    async def _brought_up(self, timeline: Timeline, sent: dict[str, Entry]) -> None:
        await self._account.timelines.refresh(timeline)
        if timeline.error is None:
            for key in sent:
                self._sent.pop(key, None)
            self._soon.start()

    def _ask(self, question: Coroutine[Any, Any, None], timeline: Timeline) -> None:
        if self._online and self._tasks is not None and not timeline.asking:
            self._tasks.start(question, TIMELINE)
        else:
            question.close()

    def _retry(self) -> None:
        if self._timeline is not None and self._timeline.broken is not None:
            self._timeline.read_on()
        self._refresh()

    def _save(self, text: str) -> None:
        customer = self._customer
        if not customer:
            return

        def stored(_entries: object) -> None:
            self._account.drafts.drop(_DRAFT + customer)
            if self._customer == customer and self.page.composer.text.strip() == text:
                self.page.composer.show_text("")
            self._soon.start()

        edit = AddRecord(customer=customer, content=text)
        self._account.outbox.submit([edit], label=self.tr("Follow-up record"), answer=stored, failed=self._failed)

    def _withdraw(self, entry_id: str) -> None:
        def gone() -> None:
            self._soon.start()
            self._window.toasts.tell(Toast(self.tr("Withdrawn. Its text is back in the box.")))

        def failed(error: AppError) -> None:
            self._failed(Irrevocable() if isinstance(error, InvalidInput) else error)

        self._account.outbox.discard(entry_id, answer=gone, failed=failed)

    def _keep(self) -> None:
        name, text = _DRAFT + self._customer, self.page.composer.text
        if not self._customer:
            return
        held = self._account.drafts.get(name)
        if not text.strip():
            self._account.drafts.drop(name)
        elif held is None or held.body.get("text") != text:
            self._account.drafts.keep(name, {"text": text})

    def _failed(self, error: AppError) -> None:
        self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR))
