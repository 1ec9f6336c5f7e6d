"""What is said about stages: in toasts, in the picker, and as the name of the step that undoes one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.following.behaviour import StageKind
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

_KINDS: dict[StageKind, str] = {
    StageKind.PROCESS: QT_TRANSLATE_NOOP("Staging", "Follow-up"),
    StageKind.RESULT: QT_TRANSLATE_NOOP("Staging", "Result"),
    StageKind.ORDER_WON: QT_TRANSLATE_NOOP("Staging", "Won"),
    StageKind.ORDER_LOST: QT_TRANSLATE_NOOP("Staging", "Lost"),
    StageKind.INVALID: QT_TRANSLATE_NOOP("Staging", "Invalid"),
}

LOOKS: dict[StageKind, tuple[str, str]] = {
    StageKind.PROCESS: ("stage", "accent"),
    StageKind.RESULT: ("check", "accent"),
    StageKind.ORDER_WON: ("success", "success"),
    StageKind.ORDER_LOST: ("close", "danger"),
    StageKind.INVALID: ("minus", "secondary"),
}
"""The icon of each kind and the token it is tinted with; none is that of a ban or of an edit that was refused."""


def kind_text(kind: StageKind) -> str:
    """Return what a kind is called."""
    return QCoreApplication.translate("Staging", _KINDS[kind])


def set_text(stage: str, kind: StageKind, customers: Sequence[str]) -> str:
    """Return what was done: to one customer by name, to several by number."""
    words = StagedWords()
    if kind is StageKind.PROCESS:
        if len(customers) == 1:
            text = QCoreApplication.translate("Staging", "{customer} is in “{stage}” now")
            return text.format(customer=customers[0], stage=stage)
        return words.moved(len(customers)).format(stage=stage)
    result = kind_text(kind)
    if len(customers) == 1:
        text = QCoreApplication.translate("Staging", "{customer} in “{stage}”: {result}")
        return text.format(customer=customers[0], stage=stage, result=result)
    return words.ended(len(customers)).format(stage=stage, result=result)


def gone_text(stage: str) -> str:
    """Return that a stage was removed meanwhile."""
    text = QCoreApplication.translate("Staging", "The stage “{stage}” no longer exists. Nothing was changed.")
    return text.format(stage=stage)


class StagedWords(QObject):
    """The sentences that count: plurals are found in calls of `tr` alone."""

    def moved(self, customers: int) -> str:
        """Say that so many customers are in a stage now."""
        return self.tr("%n customer(s) are in “{stage}” now", "", customers)

    def ended(self, customers: int) -> str:
        """Say that the cases of so many customers have ended."""
        return self.tr("%n customer(s) in “{stage}”: {result}", "", customers)

    def wanted(self, customers: int) -> str:
        """Say that so many customers are to be in a stage."""
        return self.tr("Put %n customer(s) into “{stage}”", "", customers)

    def days(self, days: int) -> str:
        """Say how long somebody is in a stage."""
        return self.tr("%n day(s)", "", days)
