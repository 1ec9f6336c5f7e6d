"""The program with a window: built, run in two stages, closed in reverse order."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app.appearance import Appearance, language_of
from desktop.app.aside import run_aside
from desktop.app.desk import Desk
from desktop.app.early import Early
from desktop.app.hooks import Hooks
from desktop.app.instance import Instance
from desktop.app.loop import Warming, run_async, run_until_warm
from desktop.app.opening import Opening
from desktop.app.options import Options
from desktop.app.post import GuiPost
from desktop.app.signals import Signals
from desktop.domain.errors import AppError
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Density, Look, Scheme
from desktop.qt.resources import resources
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.settings.crash import keep_report
from desktop.settings.folder import DataFolder
from desktop.settings.live import LivePreferences
from desktop.ui.kit import Kit
from desktop.ui.stall_watch import StallWatch
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.language import Language

if TYPE_CHECKING:
    from desktop.app.accounts import Accounts
    from desktop.app.screenshot import Screenshot
    from desktop.app.stalllog import StallLog
    from desktop.domain.releases import Release

DEMO_CUSTOMERS = 5_000


def run_window(options: Options, folder: DataFolder, early: Early, instance: Instance) -> int:
    """Open the window and return the exit code when it is closed."""
    app = _application()
    program = Program(app, folder, early, options, instance)
    warming = Warming(app, program.desk.build)
    program.desk.painted = warming.begin
    program.window.closed.connect(warming.stop)
    program.begin()
    if run_until_warm(warming):
        code = run_async(app, program.main, program.hooks.on_loop_context)
    else:
        code = program.leave()
    program.end()
    return code


class Program:
    """Everything that lives as long as the window."""

    def __init__(
        self, app: QApplication, folder: DataFolder, early: Early, options: Options, instance: Instance
    ) -> None:
        self._app = app
        self._options = options
        self._folder = folder
        self._early = early
        self._instance = instance
        preferences = early.preferences
        self.post = GuiPost()
        self.hooks = Hooks(self._unforeseen)
        self.hooks.install()
        self.preferences = LivePreferences(folder.preferences, preferences, self._failed_aside)
        self.profiles = early.profiles
        self.vault = early.vault
        look = Look(
            app,
            scheme=Scheme(preferences.theme),
            density=Density(preferences.density),
            scale=preferences.text_scale,
        )
        look.apply()
        self.language = Language(app, resources() / "i18n")
        self.language.use(language_of(options, preferences))
        self.preferences.subscribe(Appearance(look, self.language, options))
        self.kit = Kit(look, Icons(look), ChipPainter(look), Formats())
        self.window = MainWindow(self.kit, preferences.keys)
        self.preferences.subscribe(lambda now: self.window.registry.rebind(now.keys))
        opening = Opening(folder, early, self.post, demo_customers=DEMO_CUSTOMERS)
        self.desk = Desk(self.window, self.kit, self.language, opening, self.post, self.preferences)
        self._nothing_to_open = False
        self.desk.failed = self._tell_failure
        self.signals = Signals(self.window.close)
        StallWatch(self.window.registry, self.window.toasts.tell, self.window)
        self._screenshot = None if options.screenshot is None else self._picture(options.screenshot)
        self._stalls = None if options.stall_log is None else self._measured(options.stall_log)

    def begin(self) -> None:
        """Show the window and begin to open an account."""
        self._restore_layout()
        self.window.show()
        self._open_first()
        if self._nothing_to_open:
            # No rows to wait for: an account is asked for as soon as can be.
            self.desk.painted()
        if self._screenshot is not None:
            self._screenshot.begin()
        if self._stalls is not None:
            self._stalls.begin()

    async def main(self) -> int:
        """Run with the network until the window is closed."""
        import asyncio  # noqa: PLC0415 -- loaded after the first paint

        # These load the API client.
        from desktop.app.about import AboutProgram  # noqa: PLC0415
        from desktop.app.accounts import Accounts  # noqa: PLC0415
        from desktop.app.online import Online  # noqa: PLC0415
        from desktop.app.settings_screens import SettingsScreens  # noqa: PLC0415
        from desktop.app.summons import Summons  # noqa: PLC0415
        from desktop.app.updates import Updates  # noqa: PLC0415

        over = asyncio.Event()
        self.window.closed.connect(over.set)
        self.window.quit_wanted.connect(self.window.close)
        online = Online(self.desk, self.hooks.tell)
        accounts = Accounts(self.profiles, self.vault, self.desk, online)
        updates = Updates(self.preferences, lambda release: self._tell_release(release, settings.open_about))
        about = AboutProgram(self._folder, resources() / "licences", self.preferences, updates)
        settings = SettingsScreens(self.window, self.kit, accounts, self.preferences, about, self.hooks.tell)
        Summons(self._instance, self.window, self._named(accounts))
        tasks = Tasks(self.hooks.tell)
        tasks.start(updates.run(), "updates")
        if self._nothing_to_open:
            settings.open_first_start()
        if self.window.isVisible():
            await over.wait()
        self._put_down()
        await tasks.close()
        await settings.close()
        await online.close()
        return 0

    def leave(self) -> int:
        """Close what is open in a window that was closed before there was a network."""
        self._put_down()
        if self.desk.current is not None:
            self.desk.current.close_offline()
        return 0

    def end(self) -> None:
        """Close what is left, in the reverse order of its making."""
        self.signals.close()
        self.post.close()
        self.preferences.close()
        self.language.remove()
        self.hooks.remove()

    def _picture(self, file: Path) -> "Screenshot":
        from desktop.app.screenshot import Screenshot  # noqa: PLC0415 -- only where it is asked for

        return Screenshot(self.window, self.desk, file)

    def _measured(self, file: Path) -> "StallLog":
        from desktop.app.stalllog import StallLog  # noqa: PLC0415 -- only where it is asked for

        return StallLog(self.desk, file, self.window)

    def _open_first(self) -> None:
        options = self._options
        if options.demo:
            self.desk.open_demo()
            return
        profile = self._early.profile
        if profile is not None:
            self.desk.open(profile)
        self._nothing_to_open = profile is None

    def _named(self, accounts: "Accounts") -> Callable[[str], None]:
        """Return what opens an account by its name or key, unless it is open."""

        def open_it(name: str) -> None:
            try:
                key = self.profiles.named(name).key
            except AppError as error:
                self._tell_failure(error)
                return
            if key != accounts.current:
                accounts.open(key)

        return open_it

    def _put_down(self) -> None:
        if self._stalls is not None:
            self._stalls.close()
        self._keep_layout()

    def _restore_layout(self) -> None:
        self.window.restore_layout(self.preferences.current.layouts)
        if self._options.size is not None:
            width, _, height = self._options.size.partition("x")
            self.window.resize(int(width), int(height))

    def _keep_layout(self) -> None:
        layouts = dict(self.preferences.current.layouts) | self.window.layout_state()
        self.preferences.change(layouts=layouts)

    def _failed_aside(self, error: AppError) -> None:
        self.post(lambda: self._tell_failure(error))

    def _tell_failure(self, error: AppError) -> None:
        from desktop.ui.wording.errortext import paragraph  # noqa: PLC0415 -- brings the words of every error

        self.window.toasts.tell(Toast(paragraph(error), Tone.ERROR))

    def _tell_release(self, release: "Release", show: Callable[[], None]) -> None:
        text = QCoreApplication.translate("Program", "Version {version} of Kefu Desk is there.")
        verb = QCoreApplication.translate("Program", "Show")
        self.window.toasts.tell(Toast(text.format(version=release.version), Tone.NEWS, verb, show, "release"))

    def _unforeseen(self, report: str) -> None:
        self.post(lambda: self.window.toasts.tell(self._crash_toast(report)))

    def _crash_toast(self, report: str) -> Toast:
        keep_aside = partial(keep_report, self._folder.crashes, report)
        run_aside(self.post, keep_aside, done=lambda _path: None, failed=lambda _error: None)
        return Toast(
            QCoreApplication.translate(
                "Program", "Something went wrong inside Kefu Desk. Your data is safe and you can go on working."
            ),
            Tone.ERROR,
            QCoreApplication.translate("Program", "Copy the report"),
            partial(QGuiApplication.clipboard().setText, report),
        )


def _application() -> QApplication:
    QCoreApplication.setApplicationName("kefu-desk")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication([Path(sys.argv[0]).name])
    app.setApplicationDisplayName("Kefu Desk")
    app.setDesktopFileName("kefu-desk")
    # The loop ends when closing is done, not when the last window is gone.
    app.setQuitOnLastWindowClosed(False)
    return app
