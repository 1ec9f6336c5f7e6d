"""The two lists of what should be put in order: near-duplicates, and broken single choice."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.tags.holders import Violation, keep_only
from desktop.domain.tags.neardup import Likeness, NearDuplicate
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.chips import Chip, ChipView
from desktop.qt.flow import FlowLayout
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.states import EmptyState
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.tags.counting import Broken
from desktop.ui.tags.groupwords import CountedTags, customers_words
from desktop.ui.tags.scene import Counts

_SHOWN = 100
_FIRST = 190
"""Width of what a line begins with, pixels."""


class Findings(Translated, QWidget):
    """A titled list of lines, each with chips to press; says so when there is nothing to do."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = PlainLabel(parent=self, type="section", strong=True)
        self._hint = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self._nothing = EmptyState(kit.look, kit.icons, self, icon="success")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QVBoxLayout()
        head.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[2])
        head.setSpacing(theme.SPACE[0])
        head.addWidget(self._title)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)

    def first_stop(self) -> QWidget | None:
        """Return the first chip, for the focus."""
        return next(iter(self._area.findChildren(ChipView)), None)

    def _fill(self, lines: Sequence[QWidget], more: int) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, theme.SPACE[2])
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
        if more > 0:
            rest = PlainLabel(CountedTags().more(more), sheet, type="secondary", tone="secondary")
            rest.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], 0)
            column.addWidget(rest)
        column.addStretch(1)
        at = self._area.verticalScrollBar().value()
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(at)
        self._area.setVisible(bool(lines))
        self._nothing.setVisible(not lines)


def _line(*parts: QWidget) -> QFrame:
    line = QFrame()
    line.setProperty("line", "bottom")
    row = QHBoxLayout(line)
    row.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[1])
    row.setSpacing(theme.SPACE[2])
    for place, part in enumerate(parts):
        row.addWidget(part, 1 if place == len(parts) - 1 else 0)
    return line


class DuplicatesView(Findings):
    """Pairs of tags with nearly the same name.

    `tag_wanted(id)`: go there to rename it; `merge_wanted(ids)`: make them one.
    """

    tag_wanted = Signal(str)
    merge_wanted = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._pairs: Sequence[NearDuplicate] = ()
        self._groups: Groups = {}
        self._counts = Counts()
        self.retranslate()

    def show_pairs(self, pairs: Sequence[NearDuplicate], groups: Groups, counts: Counts) -> None:
        """List pairs."""
        if (pairs, counts) != (self._pairs, self._counts) or groups != self._groups:
            self._pairs, self._groups, self._counts = pairs, groups, counts
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Near-duplicate tags"))
        self.setAccessibleName(self._title.text())
        self._hint.setText(
            self.tr("Tags that may be meant to be one. Press a tag to go there and rename it, or merge the two.")
        )
        nothing = self.tr("Case, width, blanks, pinyin and slips of the keyboard were compared.")
        self._nothing.say(self.tr("No two tags have nearly the same name"), nothing)
        lines = [self._pair(pair) for pair in self._pairs[:_SHOWN]]
        self._fill(lines, len(self._pairs) - len(lines))

    def _pair(self, pair: NearDuplicate) -> QWidget:
        tags = QWidget()
        flow = FlowLayout(tags, theme.SPACE[1])
        for tag in (pair.first, pair.second):
            group = self._groups.get(tag.group_id)
            chip = ChipView(Chip(tag.name, group.color if group else ""), self._kit.chips, tags)
            words = [visible(tag.name, limit=60), visible(group.name, limit=60) if group else ""]
            count = self._counts.of_tag(tag.id)
            if count is not None:
                words.append(customers_words(count))
            chip.setAccessibleName(", ".join(word for word in words if word))
            chip.clicked.connect(lambda _checked=False, wanted=tag.id: self.tag_wanted.emit(wanted))
            flow.addWidget(chip)
            flow.addWidget(PlainLabel(" · ".join(words[1:]), tags, type="secondary", tone="secondary"))
        merge = Button(self.tr("Merge"), tags, kind="ghost")
        names = [visible(tag.name, limit=60) for tag in (pair.first, pair.second)]
        merge.setAccessibleName(self.tr("Merge “{first}” and “{second}”").format(first=names[0], second=names[1]))
        ids = (pair.first.id, pair.second.id)
        merge.clicked.connect(lambda _checked=False: self.merge_wanted.emit(ids))
        flow.addWidget(merge)
        why = PlainLabel(_likeness(pair.likeness), type="secondary", tone="secondary")
        why.setFixedWidth(roomy(_FIRST))
        return _line(why, tags)


class BrokenView(Findings):
    """Customers with several tags of a single-choice group. `fixed(RemoveTags)`: one tag was chosen to stay."""

    fixed = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._broken = Broken()
        self._groups: Groups = {}
        self._tags: Tags = {}
        self.retranslate()

    def show_broken(self, broken: Broken, groups: Groups, tags: Tags) -> None:
        """List customers."""
        if broken != self._broken or groups != self._groups or tags != self._tags:
            self._broken, self._groups, self._tags = broken, groups, tags
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Broken single choice"))
        self.setAccessibleName(self._title.text())
        self._hint.setText(
            self.tr("These customers have several tags of a group that allows one. Press the tag that stays.")
        )
        nothing = self.tr("No customer has two tags of a group that allows one.")
        self._nothing.say(self.tr("Every single choice is kept"), nothing)
        shown = self._broken.first[:_SHOWN]
        self._fill([self._violation(one) for one in shown], self._broken.total - len(shown))

    def _violation(self, violation: Violation) -> QWidget:
        name = PlainLabel(violation.holder.name or "—", strong=True, elide=True)
        name.setFixedWidth(roomy(_FIRST))
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        tags = QWidget()
        flow = FlowLayout(tags, theme.SPACE[1])
        group = self._groups.get(violation.group_id)
        for tag_id in violation.tags:
            tag = self._tags.get(tag_id)
            if tag is None or group is None:
                continue
            chip = ChipView(Chip(tag.name, group.color), self._kit.chips, tags)
            text = self.tr("Keep “{tag}”, take the others from {customer}")
            chip.setAccessibleName(
                text.format(tag=visible(tag.name, limit=60), customer=visible(violation.holder.name, limit=60))
            )
            intent = keep_only(violation, tag_id)
            chip.clicked.connect(lambda _checked=False, intent=intent: self.fixed.emit(intent))
            flow.addWidget(chip)
        if group is not None:
            flow.addWidget(PlainLabel(group.name, tags, type="secondary", tone="secondary"))
        return _line(name, tags)


def _likeness(likeness: Likeness) -> str:
    match likeness:
        case Likeness.SPELLING:
            return QCoreApplication.translate("Tags", "Only case, width or blanks differ")
        case Likeness.SOUND:
            return QCoreApplication.translate("Tags", "Same pinyin")
        case Likeness.SLIP:
            return QCoreApplication.translate("Tags", "A letter or two differ")
