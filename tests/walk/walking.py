"""A walk over the scenes: each in both languages and at two text sizes, switched while it stands open."""

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from desktop.qt.dialogs import Question
from desktop.qt.popup import Popup
from desktop.ui.importing.window import ImportWindow
from desktop.ui.wording.language import Code
from tests.walk.desk import WalkDesk
from tests.walk.faults import Fault, faults, seen
from tests.walk.focusing import unseen_focus
from tests.walk.scenes import SCENES

BRIEF = (Popup, QMenu, Question, ImportWindow, QFileDialog)
"""What is closed before anybody can switch the language; a toast goes with it."""


@dataclass(frozen=True, slots=True)
class View:
    """How a scene is looked at: language, text scale, and whether in the dark theme."""

    code: Code
    scale: float
    scheme: str = "light"


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen of a scene in one view."""

    scene: str
    view: View
    widgets: int
    faults: tuple[Fault, ...]


PLAIN = (View("en", 1.0), View("zh", 1.0), View("en", 2.0), View("zh", 2.0))
"""Both languages, each at both sizes."""


PLAIN_FOCUS = View("en", 1.0)
"""The view in which each stop of the keyboard is looked at too, where that is asked for."""


async def walk(
    desk: WalkDesk,
    names: Iterable[str],
    views: Iterable[View],
    pictured: Callable[[str, View], None] | None = None,
    *,
    focus: bool = False,
) -> AsyncIterator[Visit]:
    """Visit each scene in each view: opened otherwise, switched while it stands."""
    wanted = tuple(names)
    for view in views:
        for name in wanted:
            try:
                await enter(desk, name, view)
            except AssertionError as error:
                yield Visit(name, view, 0, (Fault("lost", name, str(error)),))
            else:
                put(desk, view)
                await desk.quiet()
                if pictured is not None:
                    await desk.still()
                    pictured(name, view)
                yield look_at(desk, name, view, focus=focus and view == PLAIN_FOCUS)
            await desk.tidy()


async def enter(desk: WalkDesk, name: str, view: View) -> None:
    """Open a scene in the other language and switch: what stands open follows; popups go, and are opened anew.

    So are menus, questions, the import and file dialogs: nobody can reach the switch while one is open. A toast
    does not outlive the language either.
    """
    put(desk, View("en" if view.code == "zh" else "zh", view.scale))
    await SCENES[name](desk)
    brief = desk.window.toasts.shown is not None or any(isinstance(one, BRIEF) for one in desk.over())
    put(desk, View(view.code, view.scale))
    await desk.quiet()
    if brief:
        assert not any(isinstance(one, Popup) for one in desk.over()), "a popup outlived the language"
        await desk.tidy()
        await SCENES[name](desk)


def put(desk: WalkDesk, view: View) -> None:
    """Switch language, text size and theme of what is on the screen."""
    if desk.language.code != view.code:
        desk.language.use(view.code)
    desk.look.set_scale(view.scale)
    desk.set_scheme(view.scheme)
    QApplication.processEvents()


def look_at(desk: WalkDesk, name: str, view: View, *, focus: bool = False) -> Visit:
    """Look for faults in everything that is seen now; with `focus` each stop of the keyboard is tried too."""
    found: list[Fault] = []
    count = 0
    for root in desk.roots():
        found += faults(root, chinese=view.code == "zh")
        count += sum(1 for _ in seen(root))
    if focus:
        found += unseen_focus(desk.roots()[-1])
    return Visit(name, view, count, tuple(sorted(set(found))))
