"""The dialog that makes a group with its tags in one go."""

from itertools import pairwise

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.domain.edits.fold import Groups
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.ids import local_id
from desktop.domain.intents.intent import CreateTagGroup
from desktop.domain.tags.rules import check_group_name, check_new_tags
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField
from desktop.ui.kit import Kit
from desktop.ui.tags.colour_picker import PALETTE, ColourPicker
from desktop.ui.tags.groupwords import tags_words
from desktop.ui.wording.formats import listed

_WIDTH = 680
_TEXT_HEIGHT = 180


class GroupDialog(Translated, QDialog):
    """Asks for name, colour, kind of choice and tags. Accepted: `intent` makes the group.

    With `splitting`, names of tags of another group, these go into the new one and no others are asked for.
    With `draft` it begins with what the server refused, and says why (`error`).
    """

    def __init__(
        self,
        groups: Groups,
        kit: Kit,
        token: str,
        parent: QWidget | None = None,
        *,
        draft: CreateTagGroup | None = None,
        error: AppError | None = None,
        splitting: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._groups = groups
        self._token = token
        self._draft = draft
        self._error = error
        self._tried = False
        self._splitting = splitting
        self.name = QLineEdit(draft.name if draft else "", self)
        self.tags = QPlainTextEdit("\n".join(draft.tags) if draft else "", self)
        self.tags.setTabChangesFocus(True)
        self.tags.setFixedHeight(_TEXT_HEIGHT)
        self.colour = ColourPicker(draft.color if draft else _free_colour(groups), "", kit, self)
        self.multiple, self.single = QRadioButton(self), QRadioButton(self)
        (self.multiple if draft is None or draft.multiple else self.single).setChecked(True)
        self._title = PlainLabel(parent=self, type="section", strong=True)
        self._name_field = FormField(self.name, self)
        self._tags_field = FormField(self.tags, self)
        self._colour_label, self._choice_label = PlainLabel(parent=self), PlainLabel(parent=self)
        self._cancel = Button("", self)
        self.create_button = Button("", self, kind="primary")
        self.create_button.setDefault(True)
        self._lay_out()
        self.name.textChanged.connect(self._refresh)
        self.tags.textChanged.connect(self._refresh)
        self.colour.changed.connect(self._refresh)
        self._cancel.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._take)
        self.retranslate()
        self.name.setFocus()

    @property
    def intent(self) -> CreateTagGroup:
        """What was entered."""
        return CreateTagGroup(
            name=self.name.text().strip(),
            color=self.colour.colour,
            multiple=self.multiple.isChecked(),
            tags=self._names(),
            local=local_id(self._token),
        )

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self._splitting:
            names = listed(visible(name, limit=30) for name in self._splitting)
            self._title.setText(self.tr("Split {tags} off into a new group").format(tags=names))
        else:
            self._title.setText(self.tr("New tag group"))
        self._tags_field.setVisible(not self._splitting)
        self.setWindowTitle(self._title.text())
        self._colour_label.setText(self.tr("Colour"))
        self._choice_label.setText(self.tr("A customer may have"))
        self.multiple.setText(self.tr("Several tags of the group"))
        self.single.setText(self.tr("One tag of the group"))
        self._cancel.setText(self.tr("Cancel"))
        self.create_button.setText(self.tr("Next") if self._splitting else self.tr("Create group"))
        self._refresh()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(theme.SPACE[1])
        left.addWidget(self._name_field)
        left.addSpacing(theme.SPACE[1])
        left.addWidget(self._choice_label)
        left.addWidget(self.multiple)
        left.addWidget(self.single)
        left.addSpacing(theme.SPACE[1])
        left.addWidget(self._tags_field)
        left.addStretch(1)
        right.addWidget(self._colour_label)
        right.addWidget(self.colour)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.SPACE[4])
        halves.addLayout(left, 1)
        halves.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[3])
        column.addWidget(self._title)
        column.addLayout(halves, 1)
        column.addLayout(foot(self._cancel, self.create_button))
        self.setMinimumWidth(roomy(_WIDTH))
        stops = [self.name, self.multiple, self.single, self.tags, *self.colour.stops()]
        for before, after in pairwise([*stops, self._cancel, self.create_button]):
            self.setTabOrder(before, after)

    def _names(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.tags.toPlainText().split("\n"))
        return tuple(line for line in lines if line)

    def _refresh(self) -> None:
        names = self._splitting or self._names()
        label, hint = self.tr("Tags"), self.tr("One a line. More can be added later.")
        self._tags_field.set_texts(label, f"{tags_words(len(names))} · {hint}" if names else hint)
        self._name_field.set_texts(self.tr("Name"), "")
        wrong_name, wrong_tags = self._wrong()
        # A blank name is told when the user goes on, not before the first letter.
        quiet = not self._tried and not self.name.text()
        self._name_field.show_error(None if quiet else wrong_name)
        self._tags_field.show_error(wrong_tags)
        self.colour.show_sample(names[0] if names else self.name.text().strip() or self.tr("Tag"))
        self.create_button.setEnabled(not (wrong_tags or (wrong_name and not quiet)) and bool(self.colour.colour))

    def _wrong(self) -> tuple[AppError | None, AppError | None]:
        name = tags = None
        try:
            check_group_name(self.name.text().strip(), self._groups)
        except InvalidInput as error:
            name = error
        try:
            check_new_tags(self._names())
        except InvalidInput as error:
            tags = error
        refused = self._draft is not None and self.name.text().strip() == self._draft.name
        return name or (self._error if refused else None), tags

    def _take(self) -> None:
        self._tried = True
        self._refresh()
        wrong_name, wrong_tags = self._wrong()
        if wrong_name is not None:
            self.name.setFocus()
        elif wrong_tags is not None:
            self.tags.setFocus()
        elif self.colour.colour:
            self.accept()


def _free_colour(groups: Groups) -> str:
    used = {group.color.upper() for group in groups.values()}
    return next((colour for colour in PALETTE if colour not in used), PALETTE[0])
