"""The tags page: groups at the left, the chosen group's tags at the right."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.domain.tags.neardup import NearDuplicate, near_duplicates
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions, Verb
from desktop.ui.kit import Kit
from desktop.ui.tags.commands import HEAD_VERBS, TagCommands
from desktop.ui.tags.counting import Counting
from desktop.ui.tags.edits import TagEdits
from desktop.ui.tags.matching import matcher
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.refusals import Refusals
from desktop.ui.tags.right import RightSide
from desktop.ui.tags.scene import GroupLine, Scene, make_scene, narrowed
from desktop.ui.tags.side import BROKEN, DUPLICATES, GROUP, Side
from desktop.ui.tags.tag_pane import TagPane
from desktop.workspace.events import (
    AccountEvent,
    CollectionChanged,
    CustomersChanged,
    OutboxChanged,
    StatusChanged,
)
from desktop.workspace.lookups.readings import Readings
from desktop.workspace.status import Status

_SIDE, _LEAST, _LEAST_AT_MOST = 300, 220, 370
_SHARE = 0.33
_MENU = (
    verbs.RENAME_TAG,
    verbs.EDIT_PARAM,
    verbs.TAG_CUSTOMERS,
    verbs.MERGE_TAGS,
    verbs.MOVE_TAGS,
    verbs.SPLIT_GROUP,
    verbs.DELETE_TAG,
)


class TagsPage(Translated, QWidget):
    """Shows and edits the tags of one account.

    `failed(error)`: an edit could not be stored; `customers_wanted(tag id)`: show who has a tag; `pull_wanted`
    from the empty page; `told` with a line for the user; `job_wanted(JobRequest)`.
    """

    failed = Signal(object)
    customers_wanted = Signal(str)
    pull_wanted = Signal()
    told = Signal(str)
    job_wanted = Signal(object)

    def __init__(
        self, kit: Kit, account: TagAccount, status: Status, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._account = account
        self._readings: Readings = {}
        self._named: frozenset[str] = frozenset()
        self._pairs: tuple[NearDuplicate, ...] = ()
        self._view = GROUP
        self._group_id = self._coming = ""
        self.scene = self.shown = Scene()
        self.counting = Counting(account, self)
        self.edits = TagEdits(account.outbox, self)
        self._halves = QSplitter(Qt.Orientation.Horizontal, self)
        self.side = Side(kit, self._halves)
        self.commands = TagCommands(self, kit, account, actions)
        self.refusals = Refusals(self, account)
        self.right = RightSide(kit, status, self._halves)
        self.pane = TagPane(kit, {verb: actions[verb.name] for verb in HEAD_VERBS}, self.right)
        self.right.addWidget(self.pane)
        self._title = PlainLabel(parent=self, type="title", strong=True)
        self._actions = actions
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self.commands.add_actions()
        self.refusals.begin()
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self.setFocusProxy(self.side.list)
        self.retranslate()
        self.refresh()

    @property
    def group(self) -> GroupLine | None:
        """The chosen group."""
        return self.scene.group(self._group_id)

    @property
    def showing(self) -> str:
        """What the right side shows: side.GROUP, DUPLICATES or BROKEN."""
        return self._view

    def close_page(self) -> None:
        """Stop following the account: it is going away."""
        self._unsubscribe()
        self.counting.close()
        self._soon.stop()

    def choose_group(self, group_id: str) -> None:
        """Show a group's tags."""
        self._group_id = group_id
        self.show_view(GROUP)

    def follow_new(self, group_id: str) -> None:
        """Show a group as soon as it is there."""
        self._coming = group_id

    def show_view(self, name: str) -> None:
        """Show the group, the near-duplicates, or broken single choice."""
        self._view = name
        self.side.show_view(name)
        self.refresh()

    def open_finding(self, name: str) -> None:
        """Show a list of findings and go there."""
        self.show_view(name)
        view = self.right.duplicates if name == DUPLICATES else self.right.broken
        (view.first_stop() or self.side.finds[name]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_tag(self, tag_id: str) -> bool:
        """Show a tag in its group and make it current."""
        line = self.scene.tag(tag_id)
        if line is None:
            return False
        self.side.search.clear()
        self.choose_group(line.tag.group_id)
        self.pane.table.setFocus()
        return self.pane.go_to(tag_id)

    def step_back(self) -> bool:
        """Go one step back on this page; False when there is none."""
        if self._view != GROUP:
            self.show_view(GROUP)
            self.side.list.setFocus()
            return True
        if not self.pane.table.selection.empty:
            self.pane.table.selection.clear()
            return True
        if self.side.search.text():
            self.side.search.clear()
            return True
        return False

    def focus_search(self) -> None:
        """Go to the search field."""
        self.side.search.setFocus()
        self.side.search.selectAll()

    def refresh(self) -> None:
        """Show everything as it is now."""
        collections, entries = self._account.collections, self._account.outbox.entries()
        self.scene = make_scene(collections.tag_groups, collections.tags, entries, self.counting.counts)
        self._find_readings()
        typed = self.side.search.text().strip()
        self.shown = narrowed(self.scene, matcher(typed, self._readings)) if typed else self.scene
        if self._coming and self.shown.group(self._coming) is not None:
            self._group_id, self._coming = self._coming, ""
        if self.shown.group(self._group_id) is None:
            self._group_id = self._successor()
        self.side.list.show_groups(self.shown.groups, self._group_id if self._view == GROUP else "")
        self.side.show_nothing(bool(typed) and not self.shown.groups)
        self._show_right()

    def showEvent(self, event: QShowEvent) -> None:
        """Count while the page is seen, and follow the outbox."""
        super().showEvent(event)
        self.refresh()
        self.counting.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it is not."""
        super().hideEvent(event)
        self.counting.wake(False)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Tags"))

    def _successor(self) -> str:
        """Return the group to show when the chosen one is gone; one that the server just named keeps its place."""
        former, groups = self.side.list.current(), self.shown.groups
        if former is not None:
            same = [line.id for line in groups if line.group.name == former.group.name]
            if same:
                return same[0]
        place = max(0, self.side.list.currentIndex().row())
        return groups[min(place, len(groups) - 1)].id if groups else ""

    def _show_right(self) -> None:
        collections, counting, right = self._account.collections, self.counting, self.right
        self.side.show_figures(len(self._pairs), counting.broken.total)
        group = self.shown.group(self._group_id)
        if not self.scene.groups:
            right.show_nothing()
        elif self._view == DUPLICATES:
            right.show_pairs(self._pairs, collections.tag_groups, counting.counts)
        elif self._view == BROKEN:
            right.show_broken(counting.broken, collections.tag_groups, collections.tags)
        elif group is not None:
            self.pane.show_tags(group, self.shown.tags.get(group.id, ()))
            right.setCurrentWidget(self.pane)
        right.setVisible(group is not None or not self.scene.groups or self._view != GROUP)
        self.side.setVisible(bool(self.scene.groups))
        self.commands.follow()
        self.refusals.follow()

    def _find_readings(self) -> None:
        names = [line.group.name for line in self.scene.groups]
        tags = list(self._account.collections.tags.values())
        names += [tag.name for tag in tags]
        if frozenset(names) == self._named:
            return
        self._named = frozenset(names)

        def answer(readings: Readings) -> None:
            self._readings = readings
            held = list(self._account.collections.tags.values())
            self._pairs = near_duplicates(held, lambda name: readings.get(name, ("", ""))[0])
            self._soon.start()

        self._account.readings(names, answer)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case CollectionChanged("tag" | "tag_group"):
                self._soon.start()
                self.counting.refresh()
            case OutboxChanged() if self.isVisible():
                self._soon.start()
            case CustomersChanged():
                self.counting.refresh()
            case StatusChanged(status):
                self.right.show_status(status)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.counting.changed.connect(self.refresh)
        self.side.search.textChanged.connect(self.refresh)
        self.side.search.left.connect(self.side.list.setFocus)
        self.side.view_wanted.connect(self.open_finding)
        self.side.list.current_moved.connect(self.choose_group)
        self.side.list.left.connect(self._go_right)
        self.side.list.context_asked.connect(lambda point: self._menu(HEAD_VERBS, point))
        self.pane.context_asked.connect(lambda point: self._menu(_MENU, point))
        self.commands.regrouping.wanted.connect(self.job_wanted)
        self.right.merge_wanted.connect(self.commands.regrouping.merge_these)
        self.right.tag_wanted.connect(self.commands.rename_found)
        self.right.fixed.connect(self.edits.take_from)
        self.right.pull_wanted.connect(self.pull_wanted)
        self.edits.failed.connect(self.failed)

    def _go_right(self) -> None:
        self.pane.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _menu(self, entries: tuple[Verb, ...], point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in entries:
            if verb in (verbs.DELETE_GROUP, verbs.DELETE_TAG):
                menu.addSeparator()
            menu.addAction(self._actions[verb.name])
        menu.popup(point)

    def _fit(self) -> None:
        self.side.setMinimumWidth(min(self._kit.look.scaled(_LEAST), _LEAST_AT_MOST))
        width = min(self._kit.look.scaled(_SIDE), max(_SIDE, round(self.width() * _SHARE)))
        self._halves.setSizes([width, max(3 * _SIDE, self.width() - width)])

    def _lay_out(self) -> None:
        self._halves.addWidget(self.side)
        self._halves.addWidget(self.right)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(1)
        self._halves.setStretchFactor(1, 1)
        self._kit.look.changed.connect(self._fit)
        self._fit()
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE[3], theme.SPACE[2], theme.SPACE[3], theme.SPACE[2])
        head.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._halves, 1)
