"""The pages of one account beside its customers: tags, board, blacklist, figures, outbox."""

from contextlib import ExitStack
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from desktop.domain.bans.news import News
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.ui.actions.keymap import verbs_of
from desktop.ui.actions.registry import Section
from desktop.ui.blacklist.screens import BlacklistScreens
from desktop.ui.blacklist.watch import BanWatch
from desktop.ui.board.screens import BoardScreens
from desktop.ui.customers.page import CustomersPage
from desktop.ui.figures.screens import FiguresScreens
from desktop.ui.kit import Kit
from desktop.ui.outbox.screens import OutboxScreens
from desktop.ui.staging.gestures import StageGestures
from desktop.ui.tags.screens import TagScreens
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.ports import Account
from desktop.ui.wording.words import AccountWords


class AccountPages(QObject):
    """Each is made when it is first gone to or asked for; its keys are named from the start. Until `close`.

    `current_changed(id)`, `opened(id)`, `peeked(id)` as the customers page has them; `job_wanted(JobRequest)`;
    `record_wanted(Entry)` when an edit of a record shall be corrected in its form. Whoever reads a history emits
    `history_read`: the end of a case may be in it.
    """

    current_changed = Signal(str)
    opened = Signal(str)
    peeked = Signal(str)
    job_wanted = Signal(object)
    record_wanted = Signal(object)
    history_read = Signal()

    def __init__(
        self,
        window: MainWindow,
        customers: CustomersPage,
        meant: CustomersMeant,
        staging: StageGestures,
        bans: BanWatch,
        account: Account,
        kit: Kit,
        words: AccountWords,
        preferences: LivePreferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._customers = customers
        self._meant = meant
        self._staging = staging
        self._bans = bans
        self._account = account
        self._kit = kit
        self._words = words
        self._preferences = preferences
        self._tasks: Tasks | None = None
        self._closing = ExitStack()
        self._live: list[FiguresScreens | BlacklistScreens] = []
        self._pointed: list[BoardScreens | BlacklistScreens] = []
        self._stepping: list[TagScreens | BoardScreens | BlacklistScreens | OutboxScreens] = []
        window.registry.announce(verbs_of(Section.TAGS, Section.BOARD, Section.BLACKLIST, Section.OUTBOX))
        window.add_page("tags", lambda: self.tags.page)
        window.add_page("board", lambda: self.board.page, beside_panel=True)
        window.add_page("blacklist", lambda: self.blacklist.page, beside_panel=True)
        window.add_page("figures", lambda: self.figures.page)
        window.add_page("outbox", lambda: self.outbox.page)
        bans.notices.show_wanted.connect(self._show_news)

    @property
    def current(self) -> str | None:
        """The id of the customer the shown page is at, "" for none; None where none of these points at any."""
        return next((page.current for page in self._pointed if page.shown), None)

    @cached_property
    def tags(self) -> TagScreens:
        """The page of tags."""
        tags = TagScreens(self._window, self._customers, self._account, self._account.status, self._kit)
        tags.page.job_wanted.connect(self.job_wanted)
        self._closing.callback(tags.close)
        self._stepping.append(tags)
        return tags

    @cached_property
    def board(self) -> BoardScreens:
        """The board."""
        board = BoardScreens(
            self._window, self._customers, self._meant, self._account, self._staging, self._kit, self._words
        )
        self.history_read.connect(board.ends.look)
        self._bans.marks_changed.connect(board.page.names_changed)
        self._add_pointed(board)
        return board

    @cached_property
    def blacklist(self) -> BlacklistScreens:
        """The page of the blacklist."""
        blacklist = BlacklistScreens(
            self._window, self._meant, self._account, self._bans, self._kit, self._preferences
        )
        self._add_pointed(blacklist)
        self._add_live(blacklist)
        return blacklist

    @cached_property
    def figures(self) -> FiguresScreens:
        """The page of figures."""
        figures = FiguresScreens(self._window, self._account, self._kit, self._words.lookup)
        self._closing.callback(figures.close)
        self._add_live(figures)
        return figures

    @cached_property
    def outbox(self) -> OutboxScreens:
        """The page of the outbox."""
        outbox = OutboxScreens(self._window, self._account, self._kit, self._words)
        outbox.deciding.record_wanted.connect(self.record_wanted)
        self._closing.callback(outbox.close)
        self._stepping.append(outbox)
        return outbox

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks
        for page in self._live:
            page.go_live(tasks)

    def step_back(self) -> bool:
        """Go one step back on the page that is shown; False when it is none of these."""
        return any(page.step_back() for page in self._stepping)

    def close(self) -> None:
        """Stop following the account and the window."""
        self._tasks = None
        self._closing.close()

    def _add_pointed(self, page: BoardScreens | BlacklistScreens) -> None:
        page.current_changed.connect(self.current_changed)
        page.opened.connect(self.opened)
        page.peeked.connect(self.peeked)
        self._closing.callback(page.close)
        self._pointed.append(page)
        self._stepping.append(page)

    def _add_live(self, page: FiguresScreens | BlacklistScreens) -> None:
        self._live.append(page)
        if self._tasks is not None:
            page.go_live(self._tasks)

    def _show_news(self, news: News) -> None:
        self.blacklist.show_news(news)
