"""The page of the outbox in the window, with its keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.kit import Kit
from desktop.ui.outbox.deciding import OutboxDeciding
from desktop.ui.outbox.page import OutboxPage
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.words import AccountWords
from desktop.workspace.events import AccountEvent, CollectionChanged, OutboxChanged, StatusChanged

KEY = verbs.OUTBOX_PAGE.page


class OutboxScreens(QObject):
    """Shows what waits of one account, until `close`."""

    def __init__(self, window: MainWindow, account: EditedAccount, kit: Kit, words: AccountWords) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.page = OutboxPage(kit, words.lookup, account, window.stack)
        self.deciding = OutboxDeciding(self.page, account, words.lookup, kit)
        self._add_actions()
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self._on_page(window.page_key)

    def close(self) -> None:
        """Stop following the account and the window."""
        self._unsubscribe()
        self._soon.stop()
        self._window.page_shown.disconnect(self._on_page)
        self.page.close_page()

    def step_back(self) -> bool:
        """Go one step back on the page; False when another one is shown."""
        if self._window.page_key != KEY:
            return False
        self.page.table.selection.clear()
        return True

    def _add_actions(self) -> None:
        add, scope = self._window.registry.add, self.page
        do = self.deciding
        works: list[tuple[Verb, Callable[[], None]]] = [
            (verbs.OUTBOX_DECIDE, do.open),
            (verbs.OUTBOX_RETRY, do.retry),
            (verbs.OUTBOX_EDIT, do.edit),
            (verbs.OUTBOX_DISCARD, do.discard),
        ]
        for verb, run in works:
            add(verb, run, scope, live=verb is not verbs.OUTBOX_DECIDE)

    def _connect(self) -> None:
        page, do, bar = self.page, self.deciding, self.page.bar
        page.opened.connect(do.open)
        page.retry_all_wanted.connect(do.retry_all)
        bar.decide_wanted.connect(do.open)
        bar.retry_wanted.connect(do.retry)
        bar.edit_wanted.connect(do.edit)
        bar.discard_wanted.connect(do.discard)
        do.told.connect(self._window.toasts.tell)
        self._window.page_shown.connect(self._on_page)
        self._soon.timeout.connect(self._refresh)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case OutboxChanged() | StatusChanged():
                self._soon.start()
            case CollectionChanged(kind="tag" | "tag_group"):
                self.page.retranslate()

    def _refresh(self) -> None:
        if self._window.page_key == KEY:
            self.page.show_entries(self._account.outbox.entries(), self._account.status)

    def _on_page(self, key: str) -> None:
        self._window.registry.enable(Section.OUTBOX, key == KEY)
        if key == KEY:
            self._refresh()
