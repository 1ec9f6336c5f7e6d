"""Every action of the window in one registry: menus, the palette and the shortcut sheet read it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.wording.noop import QT_TRANSLATE_NOOP


class Section(Enum):
    """The heading an action stands under; the value is its English name."""

    CUSTOMERS = QT_TRANSLATE_NOOP("Actions", "Customers")
    TAGS = QT_TRANSLATE_NOOP("Actions", "Tags")
    BOARD = QT_TRANSLATE_NOOP("Actions", "Board")
    BLACKLIST = QT_TRANSLATE_NOOP("Actions", "Blacklist")
    OUTBOX = QT_TRANSLATE_NOOP("Actions", "Outbox")
    GO = QT_TRANSLATE_NOOP("Actions", "Go to")
    VIEW = QT_TRANSLATE_NOOP("Actions", "View")
    DATA = QT_TRANSLATE_NOOP("Actions", "Data")
    APP = QT_TRANSLATE_NOOP("Actions", "Kefu Desk")


@dataclass(frozen=True, slots=True)
class Verb:
    """What an action is: `name` for settings and code, its English text, section, keys and icon."""

    name: str
    text: str
    section: Section
    keys: tuple[str, ...] = ()
    icon: str = ""
    listed: bool = True
    """Whether the palette offers it (keys that only make sense inside a table are listed in the sheet only)."""
    fixed: bool = False
    """Whether its keys are what lists and dialogs understand everywhere: the user cannot change them."""

    @property
    def page(self) -> str:
        """The key of the page it goes to; only the actions of `verbs.PAGES` go to one."""
        return self.name.removeprefix("page.")


class Actions(QObject):
    """The actions of one window.

    `bindings` holds the keys the user chose, by action name; they stand in for an action's own keys.
    """

    changed = Signal()
    rebound = Signal()
    """Some actions have other keys now."""

    def __init__(
        self,
        window: QWidget,
        icon: Callable[[str], QIcon],
        bindings: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Make the registry of `window`; `icon` draws one by its name, in whatever theme there is."""
        super().__init__(window)
        self._window = window
        self._icon = icon
        self._bindings = dict(bindings or {})
        self._verbs: dict[str, Verb] = {}
        self._actions: dict[str, QAction] = {}

    def add(
        self, verb: Verb, run: Callable[[], object], scope: QWidget | None = None, *, live: bool = True
    ) -> QAction:
        """Add an action to the window, or, with its keys alive only inside `scope`, to that widget.

        An action of the same name is replaced. With `live` false someone else listens to its keys.
        """
        if verb.name in self._actions:
            self._actions.pop(verb.name).deleteLater()
        owner = scope or self._window
        action = QAction(owner)
        if verb.icon:
            action.setIcon(self._icon(verb.icon))
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if scope else context.WindowShortcut)
        action.setShortcuts([QKeySequence(key) for key in self.keys(verb)] if live else [])
        action.triggered.connect(lambda _checked=False: run())
        owner.addAction(action)
        self._verbs[verb.name] = verb
        self._actions[verb.name] = action
        action.destroyed.connect(lambda: self._forget(verb.name, action))
        self._name(verb, action)
        self.changed.emit()
        return action

    def announce(self, verbs: Iterable[Verb]) -> None:
        """Name actions that are added once their page is made; those of a former page are its own from now on."""
        for verb in verbs:
            self._actions.pop(verb.name, None)
            self._verbs[verb.name] = verb

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        """Whether an action is there, not only announced."""
        return name in self._actions

    def verbs(self) -> list[Verb]:
        """Return every action, those announced too, section by section."""
        order = list(Section)
        return sorted(self._verbs.values(), key=lambda verb: order.index(verb.section))

    def keys(self, verb: Verb) -> tuple[str, ...]:
        """Return the keys of `verb`: the user's, else its own."""
        return self._bindings.get(verb.name, verb.keys)

    def enable(self, section: Section, enabled: bool) -> None:
        """Let the actions of a section work, or no more: its page is not the one that is shown."""
        for name, action in self._actions.items():
            if self._verbs[name].section is section:
                action.setEnabled(enabled)

    def rebind(self, bindings: Mapping[str, tuple[str, ...]]) -> None:
        """Give the actions these keys; those not named have their own again."""
        before = {name: self.keys(verb) for name, verb in self._verbs.items()}
        self._bindings = dict(bindings)
        changed = [verb for name, verb in self._verbs.items() if self.keys(verb) != before[name]]
        for verb in changed:
            if (action := self._actions.get(verb.name)) is not None:
                action.setShortcuts([QKeySequence(key) for key in self.keys(verb)])
                self._name(verb, action)
        if changed:
            self.changed.emit()
            self.rebound.emit()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        for name, action in self._actions.items():
            self._name(self._verbs[name], action)
        self.changed.emit()

    def _forget(self, name: str, gone: QAction) -> None:
        """Drop an action that went with the widget it works in."""
        if self._actions.get(name) is gone:
            del self._actions[name], self._verbs[name]

    def _name(self, verb: Verb, action: QAction) -> None:
        action.setText(text_of(verb))
        shown = keys_text(self.keys(verb))
        action.setToolTip(f"{action.text()} ({shown})" if shown else action.text())


def text_of(verb: Verb) -> str:
    """Return what an action is called in the language shown."""
    return QCoreApplication.translate("Actions", verb.text)


def section_title(section: Section) -> str:
    """Return the heading of a section in the language shown."""
    return QCoreApplication.translate("Actions", section.value)


def keys_text(keys: tuple[str, ...]) -> str:
    """Return keys as this system writes them: "Ctrl+F, /"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(QKeySequence(key).toString(native) for key in keys))
