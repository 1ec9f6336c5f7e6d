"""The window and the account that is open in it: unlocked, shown, replaced and closed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.app.aside import run_aside
from desktop.app.opening import Opening, Unlocked
from desktop.cache.lane import Post
from desktop.domain.errors import AppError
from desktop.domain.profile import Profile
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.ui.kit import Kit
from desktop.ui.window.first_screen import FirstScreen
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.language import Language
from desktop.workspace.account import Account

if TYPE_CHECKING:
    from desktop.app.unlocking import Unlocking
    from desktop.ui.window.account_screens import AccountScreens


class Shown:
    """An open account and its screens."""

    def __init__(
        self,
        unlocked: Unlocked,
        account: Account,
        first: FirstScreen,
        rest: "Callable[[], AccountScreens]",
    ) -> None:
        self.unlocked = unlocked
        self.account = account
        self.first = first
        self._rest = rest
        self._screens: AccountScreens | None = None
        self._followed = True
        self.tasks: Tasks | None = None
        """What runs for its screens, once there is a loop."""
        self.left: list[QWidget] = []
        """Its pages, once another account took their place: to be deleted when this one is closed."""

    @property
    def screens(self) -> "AccountScreens":
        """All screens; those that are not there yet are made."""
        screens = self._begun()
        screens.build_all()
        return screens

    def build(self) -> bool:
        """Make one more of the screens; return whether there are more to make."""
        if self._screens is None:
            self._begun()
            return True
        return self._screens.build()

    def close_screens(self) -> None:
        """Stop following the account. Harmless twice: it may be taken down before it is closed."""
        if self._followed:
            self._followed = False
            (self._screens or self.first).close()

    def _begun(self) -> "AccountScreens":
        if self._screens is None:
            self._screens = self._rest()
        return self._screens

    def close_offline(self) -> None:
        """Close it all at once: nothing runs that has to be waited for."""
        self.close_screens()
        self.account.close_files()
        self.close_rest()

    def close_rest(self) -> None:
        """Let go of what was started for the account, after it is closed."""
        self.unlocked.closing.close()


class Desk:
    """Opens accounts in one window, one at a time.

    `shown` is told about each account that is now on the screen, and whom it replaces; `spoken` is called when the
    one on the screen shall be asked in another language, `painted` when its first rows are to be seen.
    """

    def __init__(
        self,
        window: MainWindow,
        kit: Kit,
        language: Language,
        opening: Opening,
        post: Post,
        preferences: LivePreferences,
    ) -> None:
        self.window = window
        self.current: Shown | None = None
        self.shown: Callable[[Shown, Shown | None], None] = lambda _new, _old: None
        self.failed: Callable[[AppError], None] = lambda _error: None
        self.spoken: Callable[[], None] = lambda: None
        self.painted: Callable[[], None] = lambda: None
        self._kit = kit
        self._language = language
        self._opening = opening
        self._post = post
        self._preferences = preferences
        self._unlocking: Unlocking | None = None
        language.changed.connect(self._on_language)

    def open(self, profile: Profile, passphrase: str | None = None) -> None:
        """Unlock a stored profile beside the GUI thread and show it; a passphrase is asked for where needed."""
        run_aside(
            self._post,
            partial(self._opening.stored, profile, passphrase),
            done=self.show,
            failed=partial(self._not_opened, profile),
        )

    def open_demo(self) -> None:
        """Start the demo server beside the GUI thread and show its account."""
        run_aside(self._post, self._opening.demo, done=self.show, failed=self._tell)

    def reopen(self, unlocked: Unlocked) -> None:
        """Open the files of an account that was closed once more, beside the GUI thread, and show it."""
        run_aside(self._post, partial(self._opening.again, unlocked), done=self.show, failed=self._tell)

    def open_in_memory(self, profile: Profile, app_key: str) -> None:
        """Show a profile whose files go with the program."""
        work = partial(self._opening.memory, profile, app_key)
        run_aside(self._post, work, done=self.show, failed=self._tell)

    def show(self, unlocked: Unlocked) -> None:
        """Put an unlocked account on the screen in place of the one that is there."""
        if self._unlocking is not None:
            self._unlocking.done()
        old = self.current
        if old is not None:
            old.close_screens()
        account = Account(
            unlocked.profile,
            unlocked.files,
            unlocked.keys.file_key,
            post=self._post,
            language=self._language.code,
        )
        first = FirstScreen(self.window, account, self._kit, self._preferences)
        first.page.table.setFocus()
        first.painted.connect(self.painted)
        left = self.window.take_former()
        if old is not None:
            old.left = left
        self.current = Shown(unlocked, account, first, partial(self._rest, account, first))
        if unlocked.keys.kept != "memory":
            self._preferences.change(profile=unlocked.profile.key)
        self.shown(self.current, old)

    def build(self) -> bool:
        """Make one more screen of the account that is shown; return whether there are more to make."""
        return self.current is not None and self.current.build()

    def _rest(self, account: Account, first: FirstScreen) -> "AccountScreens":
        # Two thirds of the program's modules, which the first rows need not wait for.
        from desktop.ui.window.account_screens import AccountScreens  # noqa: PLC0415

        account.complete()
        return AccountScreens(self.window, account, self._kit, self._preferences, first)

    def take_down(self) -> Shown | None:
        """Show no account any more and return the one that was shown, for its owner to close."""
        old, self.current = self.current, None
        if old is not None:
            old.close_screens()
            self.window.set_page(QWidget())
            self.window.set_panel(QWidget())
            old.left = self.window.take_former()
            self.window.show_name("")
            self.window.status_bar.show_status(None)
        return old

    def _not_opened(self, profile: Profile, error: AppError) -> None:
        from desktop.app.unlocking import Unlocking  # noqa: PLC0415 -- most profiles open

        if self._unlocking is None:
            self._unlocking = Unlocking(self.window, self._kit.icons, self.open, self._opening.has_passphrase)
        self._unlocking.failed(profile, error)

    def _on_language(self, code: str) -> None:
        if self.current is not None:
            self.current.account.speak(code)
            self.spoken()

    def _tell(self, error: AppError) -> None:
        self.failed(error)
