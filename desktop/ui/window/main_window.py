"""The window: rail, page, detail panel, status bar. Layout and wiring only."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.icons import app_icon
from desktop.qt.toast import Toasts
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions
from desktop.ui.kit import Kit
from desktop.ui.window.connection_banner import ConnectionBanner
from desktop.ui.window.rail import Rail
from desktop.ui.window.status_bar import StatusBar

LEAST = (1024, 640)
FIRST = (1440, 900)
CUSTOMERS = "customers"
"""The key of the page that the detail panel belongs to."""
_NARROW = 1200
"""Below this width at text size 1 the rail shows icons alone."""
_PANEL_SHARE = 0.45
"""The part of the window that the panel takes at most when it grows with the text."""


class MainWindow(Translated, QMainWindow):
    """The frame that pages and panels are put into.

    `closed` when the user closes it; `settings_wanted`, `quit_wanted` from rail, keys, palette; `back_wanted`
    on Esc; `panel_toggled` when the detail panel was shown or hidden; `page_shown` with the key of the page the
    user went to.
    """

    closed = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()
    back_wanted = Signal()
    panel_toggled = Signal(bool)
    page_shown = Signal(str)

    def __init__(self, kit: Kit, bindings: Mapping[str, tuple[str, ...]] | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._name = ""
        self._words_chosen: bool | None = None
        self._panel_width = theme.PANEL_WIDTH
        """At text size 1; the panel grows with the text as far as the window allows."""
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*LEAST)
        self.resize(*FIRST)
        self.registry = Actions(self, kit.icons.icon, bindings)
        self.rail = Rail(kit.look, kit.icons, self)
        self.status_bar = StatusBar(kit.look, kit.formats, self)
        self.pages = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.stack = QStackedWidget(self)
        self._customers: QWidget | None = None
        self._coming: dict[str, tuple[Callable[[], QWidget], QStackedWidget]] = {}
        """What makes the pages nobody has gone to, and where they belong."""
        self._others: dict[str, QWidget] = {}
        self._former: list[QWidget] = []
        self.page_key = CUSTOMERS
        self._panel: QWidget | None = None
        self.banner = ConnectionBanner(kit, self)
        self.toasts = Toasts(kit.look, kit.icons, self)
        self._lay_out()
        self._add_actions()
        kit.look.changed.connect(self._on_look)
        self.retranslate()

    def show_name(self, name: str) -> None:
        """Set the account's name in the title."""
        self._name = name
        self.retranslate()

    def set_page(self, page: QWidget) -> None:
        """Show a customers page in place of the one that is there, and no other pages (`take_former`)."""
        old, self._customers = self._customers, page
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if old is not None:
            self.pages.removeWidget(old)
            self._former.append(old)
        for key in (*self._coming, *self._others):
            self.registry[f"page.{key}"].setVisible(False)
        for other in self._others.values():
            (self.pages if self.pages.indexOf(other) >= 0 else self.stack).removeWidget(other)
            self._former.append(other)
        self._coming, self._others = {}, {}
        self.show_page(CUSTOMERS)

    def take_former(self) -> list[QWidget]:
        """Return what pages and panels of an earlier account are left, hidden, for the caller to delete.

        An account may answer questions until it is closed; until then they must be there.
        """
        former, self._former = self._former, []
        return former

    def add_page(self, key: str, make: Callable[[], QWidget], *, beside_panel: bool = False) -> None:
        """Add one of the pages of the rail, made when it is first gone to; `key` as in its verb, "page.<key>".

        It is made in `stack`; with `beside_panel` in `pages`, the detail panel at its right as with the customers.
        """
        self._coming[key] = (make, self.pages if beside_panel else self.stack)
        self.registry[f"page.{key}"].setVisible(True)

    def show_page(self, key: str) -> None:
        """Go to a page and give it the focus; one that is not there is passed over."""
        if key in self._coming:
            make, stack = self._coming.pop(key)
            self._others[key] = make()
            stack.addWidget(self._others[key])
        page = self._customers if key == CUSTOMERS else self._others.get(key)
        if page is None:
            return
        self.page_key = key
        beside_panel = self.pages.indexOf(page) >= 0
        if beside_panel:
            self.pages.setCurrentWidget(page)
        self.stack.setCurrentWidget(self.splitter if beside_panel else page)
        self.rail.show_page(key)
        page.setFocus()
        self.page_shown.emit(key)

    def focus_page(self) -> None:
        """Give the page that is shown the focus."""
        page = self.pages if self.beside_panel else self.stack
        shown = page.currentWidget()
        if shown is not None:
            shown.setFocus()

    @property
    def beside_panel(self) -> bool:
        """Whether the detail panel stands beside the page that is shown."""
        return self.stack.currentWidget() is self.splitter

    def set_panel(self, panel: QWidget) -> None:
        """Put a detail panel at the right, in place of the former."""
        shown = self._panel is None or self.panel_shown
        if self._panel is not None:
            self._panel.hide()
            self._panel.setParent(self)
            self._former.append(self._panel)
        self._panel = panel
        self.splitter.addWidget(panel)
        self.splitter.setCollapsible(self.splitter.indexOf(panel), False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._fit_panel()
        panel.setVisible(shown)

    def show_panel(self, shown: bool) -> None:
        """Show or hide the detail panel."""
        if self._panel is not None and shown is not self.panel_shown:
            self._panel.setVisible(shown)
            self.panel_toggled.emit(shown)

    @property
    def panel_shown(self) -> bool:
        """Whether the detail panel is shown."""
        return self._panel is not None and not self._panel.isHidden()

    def layout_state(self) -> dict[str, str]:
        """Return geometry, panel and rail as text that `restore_layout` takes."""
        return {
            "window": bytes(self.saveGeometry().toBase64().data()).decode(),
            "panel_width": str(self._panel_width),
            "panel": str(int(self.panel_shown)),
            "rail": "" if self._words_chosen is None else str(int(self._words_chosen)),
        }

    def restore_layout(self, state: Mapping[str, str]) -> None:
        """Take back what `layout_state` returned; parts that are missing or damaged are passed over."""
        if "window" in state:
            self.restoreGeometry(QByteArray.fromBase64(state["window"].encode()))
        if state.get("panel_width", "").isdecimal():
            self._panel_width = min(int(state["panel_width"]), LEAST[0])
            self._fit_panel()
        if state.get("panel") in {"0", "1"}:
            self.show_panel(state["panel"] == "1")
        if state.get("rail") in {"0", "1"}:
            self._words_chosen = state["rail"] == "1"
        self._fit_rail()

    def open_palette(self) -> None:
        """Open the command palette."""
        from desktop.ui.actions.palette import open_palette  # noqa: PLC0415 -- not for the first rows

        open_palette(self.registry, self._kit, self, self.tr("Type what you want to do…"))

    def open_shortcuts(self) -> None:
        """Open the sheet of all shortcuts."""
        from desktop.ui.actions.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 -- not for the first rows

        ShortcutSheet(self.registry, self).open()

    def toggle_rail(self) -> None:
        """Show or hide the words of the rail, and keep it so."""
        self._words_chosen = not self.rail.words
        self._fit_rail()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        app = self.tr("Kefu Desk")
        self.setWindowTitle(f"{self._name} – {app}" if self._name else app)
        self.registry.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapse the rail before anything is cut."""
        super().resizeEvent(event)
        self._fit_rail()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the panel its width, now that the window has one."""
        super().showEvent(event)
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step back on Esc, where nothing nearer took it."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is going."""
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        centre = QWidget(self)
        self.splitter.addWidget(self.pages)
        self.splitter.setCollapsible(0, False)
        self.splitter.setHandleWidth(1)
        self.splitter.splitterMoved.connect(self._on_splitter)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.banner)
        self.stack.addWidget(self.splitter)
        body.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(body, 1)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(centre)

    def _add_actions(self) -> None:
        add = self.registry.add
        add(verbs.PALETTE, self.open_palette)
        add(verbs.SHORTCUTS, self.open_shortcuts)
        settings = add(verbs.SETTINGS, self.settings_wanted.emit)
        add(verbs.QUIT, self.quit_wanted.emit)
        add(verbs.BACK, self.back_wanted.emit, live=False)
        add(verbs.TOGGLE_PANEL, lambda: self.show_panel(not self.panel_shown))
        add(verbs.TOGGLE_RAIL, self.toggle_rail)
        for verb in verbs.PAGES:
            action = add(verb, partial(self.show_page, verb.page))
            action.setVisible(verb.page == CUSTOMERS)
            self.rail.add_page(verb.page, action, verb.icon)
        self.rail.add_footer(settings, "settings")
        self.rail.show_page(CUSTOMERS)
        self.banner.settings_wanted.connect(self.settings_wanted)

    def _on_look(self) -> None:
        self._fit_rail()
        self._fit_panel()

    def _fit_panel(self) -> None:
        whole = self.splitter.width()
        wanted = self._kit.look.scaled(self._panel_width)
        width = max(self._panel_width, min(wanted, round(whole * _PANEL_SHARE)))
        self.splitter.setSizes([max(1, whole - width), width])

    def _on_splitter(self) -> None:
        self._panel_width = round(self.splitter.sizes()[-1] / self._kit.look.scaled(100) * 100)

    def _fit_rail(self) -> None:
        wide = self.width() >= self._kit.look.scaled(_NARROW)
        self.rail.set_words(wide if self._words_chosen is None else self._words_chosen)
