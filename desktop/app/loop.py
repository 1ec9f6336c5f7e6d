"""Two stages of one event loop: plain Qt until the first paint, asyncio on Qt after it."""

import gc
import re
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

# What the first screen does without and knows no Qt, in the order the network will want it.
_BESIDE = (
    "desktop.workspace.parts",
    "asyncio",
    "desktop.api.client",
    "desktop.api.minting",
    "desktop.workspace.network",
    "desktop.workspace.probe",
    "importlib.metadata",
)
_BESIDE_PACKAGES = ("desktop.domain",)

# The rest, which the GUI thread imports: PySide makes its types when they are first named, for one thread only.
_PACKAGES = ("desktop.qt", "desktop.ui")
_LAST = (
    "qasync",
    "desktop.app.online",
    "desktop.app.accounts",
    "desktop.app.about",
    "desktop.app.updates",
    "desktop.app.settings_screens",
)

_OURS = re.compile(r"desktop\.").match

_PATIENCE = 1_500
"""Milliseconds that the imports wait for the first rows."""
_TABLES = 1_000
"""Milliseconds after which the tables of forms are loaded."""


class Warming(QObject):
    """The time between the first rows and asyncio: imports, beside and here, then `build` until it returns False.

    `begin` when the first rows are painted; it begins by itself when they keep one waiting. `stop` when the window
    is closed: what is not there by then is wanted no more.
    """

    _imported = Signal()

    def __init__(self, app: QApplication, build: Callable[[], bool]) -> None:
        super().__init__()
        self._app = app
        self._build = build
        self._thread = threading.Thread(target=self._run, name="imports", daemon=True)
        self._begun = False
        self._over = False
        self._screens: Iterator[str] = iter(())
        self._imported.connect(self._on_imported)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def run(self) -> bool:
        """Run Qt's own loop until all is there; return whether it is."""
        QTimer.singleShot(_PATIENCE, self.begin)
        if not self._over:
            self._app.exec()
        if self._begun:
            # An import that is cut off by the end of the process may take the process with it.
            self._thread.join()
        done, self._over = not self._over, True
        return done

    def begin(self) -> None:
        """Begin the imports; harmless twice."""
        if not self._begun and not self._over:
            self._begun = True
            self._thread.start()

    def stop(self) -> None:
        """End the run at once; harmless after it."""
        if not self._over:
            self._over = True
            self._turn.stop()
            self._app.exit(0)

    def _run(self) -> None:
        for name in chain(_BESIDE, _modules(_BESIDE_PACKAGES)):
            if self._over:
                return
            import_module(name)
        import_module("desktop.api.sender").warm()
        self._screens = iter(tuple(_deepest_first(chain(_modules(_PACKAGES), _LAST))))
        self._imported.emit()

    def _on_imported(self) -> None:
        if not self._over:
            self._turn.start()

    def _on_turn(self) -> None:
        screen = next(self._screens, None)
        if screen is not None:
            import_module(screen)
        elif not self._build():
            self._turn.stop()
            # `quit` would close the windows first.
            self._app.exit(0)


def _modules(packages: Iterable[str]) -> Iterator[str]:
    """Yield the modules of packages that are not imported yet."""
    from pkgutil import walk_packages  # noqa: PLC0415 -- runs after the first rows

    for package in packages:
        found = walk_packages(import_module(package).__path__, f"{package}.")
        yield from (module.name for module in found if module.name not in sys.modules)


def _deepest_first(names: Iterable[str]) -> Iterator[str]:
    """Yield modules, before each those of ours that it needs and that are not there: no import takes long then."""
    met = set(sys.modules)

    def with_needed(name: str) -> Iterator[str]:
        if name not in met:
            met.add(name)
            for needed in filter(_OURS, _names_in(name)):
                yield from with_needed(needed)
            yield name

    for name in names:
        yield from with_needed(name)


def _names_in(module: str) -> Sequence[str]:
    """Return the names that a module's code speaks of, those of the modules it imports among them."""
    get_code = getattr(getattr(find_spec(module), "loader", None), "get_code", None)
    code = get_code(module) if get_code is not None else None
    return code.co_names if code is not None else ()


def run_until_warm(warming: Warming) -> bool:
    """Run Qt's own loop until the modules that asyncio and the network need are imported.

    Returns False when the window was closed before.
    """
    if not warming.run():
        return False
    # What lives as long as the program need not be looked through by every collection: one took four frames.
    gc.freeze()
    gc.enable()
    # The tables of phones and e-mail are wanted at the first letter of a form, which must not wait for them; the
    # window paints what the account tells first.
    from desktop.domain.customers import rules  # noqa: PLC0415 -- the screens have loaded it by now

    QTimer.singleShot(_TABLES, threading.Thread(target=rules.warm, name="tables", daemon=True).start)
    return True


def run_async(
    app: QApplication,
    main: Callable[[], Coroutine[Any, Any, int]],
    on_error: Callable[[dict[str, Any]], None],
) -> int:
    """Run `main()` on asyncio over Qt's loop and return its exit code.

    `on_error` gets the context of exceptions that no one awaited (asyncio's loop exception handler).
    """
    import asyncio  # noqa: PLC0415  -- kept out of the first paint

    import qasync  # noqa: PLC0415  -- kept out of the first paint

    def make_loop() -> asyncio.AbstractEventLoop:
        loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
        loop.set_exception_handler(lambda _loop, context: on_error(context))
        return loop

    async def tended() -> int:
        loop = asyncio.get_running_loop()

        def end(left: AsyncGenerator[Any, Any]) -> None:
            loop.call_soon_threadsafe(loop.create_task, left.aclose())

        # Qt's loop leaves async generators that nobody finished to the collector, which cannot await their end.
        sys.set_asyncgen_hooks(finalizer=end)
        return await main()

    before = sys.get_asyncgen_hooks()
    try:
        with asyncio.Runner(loop_factory=make_loop) as runner:
            return runner.run(tended())
    finally:
        sys.set_asyncgen_hooks(*before)
