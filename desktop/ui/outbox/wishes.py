"""What the outbox calls edits, a function for each kind of intent."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.following import AddRecord, Assign, Recycle, SetStage
from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from desktop.qt.safetext import visible
from desktop.ui.assigning.wishes import assign_text, recycle_text
from desktop.ui.blacklist.wishes import ban_text, lift_text
from desktop.ui.form.wishes import changed_text, company_text, created_text
from desktop.ui.outbox.counted import CountedWords
from desktop.ui.outbox.lines import Line
from desktop.ui.staging.wishes import stage_text
from desktop.ui.wording.formats import listed
from desktop.ui.wording.lookup import Lookup

Says: TypeAlias = Callable[[Line, Lookup, Callable[[str], str]], str]
"""Says what a line wants, given the names of things and of customers."""


def _added(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    people = line.customers
    if len(people) > 1:
        return CountedWords().added(len(people)).format(tags=_tags(line, lookup))
    text = QCoreApplication.translate("Outbox", "Add {tags} to {customer}")
    return text.format(tags=_tags(line, lookup), customer=name(people[0]))


def _removed(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    people = line.customers
    if len(people) > 1:
        return CountedWords().removed(len(people)).format(tags=_tags(line, lookup))
    text = QCoreApplication.translate("Outbox", "Remove {tags} from {customer}")
    return text.format(tags=_tags(line, lookup), customer=name(people[0]))


def _tags(line: Line, lookup: Lookup) -> str:
    tags = line.intent.tags if isinstance(line.intent, AddTags | RemoveTags) else ()
    return listed(f"“{visible(lookup.tag(tag).text, limit=40)}”" for tag in tags)


def _written(line: Line, _lookup: Lookup, name: Callable[[str], str]) -> str:
    intent = line.intent
    content = visible(intent.content, limit=80) if isinstance(intent, AddRecord) else ""
    text = QCoreApplication.translate("Outbox", "Record for {customer}: {text}")
    return text.format(customer=name(line.customers[0]), text=content)


WISHES: Final[Mapping[type[Intent], Says]] = {
    UpdateCustomer: changed_text,
    CreateCustomer: created_text,
    SaveEnterprise: company_text,
    AddRecord: _written,
    AddTags: _added,
    RemoveTags: _removed,
    Assign: assign_text,
    Recycle: recycle_text,
    Blacklist: ban_text,
    Unblacklist: lift_text,
    SetStage: stage_text,
}
