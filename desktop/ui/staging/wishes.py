"""What the outbox calls edits of stages."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.following.behaviour import StageKind
from desktop.domain.intents.following import SetStage
from desktop.qt.safetext import visible
from desktop.ui.outbox.lines import Line
from desktop.ui.staging.wording import StagedWords, kind_text
from desktop.ui.wording.lookup import Lookup


def stage_text(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    """Return what a line of stages wants: "Put 张伟 into “Intention”"."""
    intent = line.intent
    if not isinstance(intent, SetStage):
        return ""
    stage, kind, people = visible(lookup.stage(intent.stage), limit=40), StageKind(intent.type), line.customers
    if len(people) > 1:
        return StagedWords().wanted(len(people)).format(stage=stage)
    if kind is StageKind.PROCESS:
        text = QCoreApplication.translate("Staging", "Put {customer} into “{stage}”")
        return text.format(customer=name(people[0]), stage=stage)
    text = QCoreApplication.translate("Staging", "{customer} in “{stage}”: {result}")
    return text.format(customer=name(people[0]), stage=stage, result=kind_text(kind))
