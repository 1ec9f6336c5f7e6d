"""The edits of the fuzzer: every kind, about few customers, each with a mark that no other has where it can."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.following import AddRecord, Assign, Recycle, SetStage
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.workspace.lookups.collections import Collections
from tests.attacks.fuzzing.plan import Action

_HOURS = (24, 48, -1)


@dataclass(frozen=True, slots=True)
class Known:
    """What an edit can be about: the desk's small tables, customers."""

    tables: Collections
    people: Sequence[str]


def mark_of(number: int) -> str:
    """Return what marks the edit with this number."""
    return f"e{number:05}e"


def edit(action: Action, known: Known) -> Intent:
    """Return the edit that an action makes."""
    kinds = list(_KINDS)
    return _KINDS[kinds[int(action.draws[1] * len(kinds))]](action, known)


def _customer(action: Action, known: Known) -> str:
    return action.pick(2, known.people)


def _tags(action: Action, known: Known) -> tuple[str, ...]:
    tags = list(known.tables.tags) or ["none"]
    return tuple({action.pick(3, tags), action.pick(4, tags)})


def _group(action: Action, known: Known) -> str:
    return action.pick(3, list(known.tables.tag_groups) or ["none"])


def _update(action: Action, known: Known) -> Intent:
    more: Sequence[Mapping[str, str]] = (
        {},
        {"real_name": f"r{action.number}"},
        {"email": f"m{action.number}@example.com"},
        {"qq": str(action.number)},
    )
    return UpdateCustomer(
        customer=_customer(action, known), set={"note": mark_of(action.number), **action.pick(3, more)}
    )


def _create(action: Action, _known: Known) -> Intent:
    return CreateCustomer(set={"nickname": mark_of(action.number), "phone": f"139{action.number:08}", "status": 1})


def _rename_tag(action: Action, known: Known) -> Intent:
    return UpdateTag(tag=action.pick(3, list(known.tables.tags) or ["none"]), name=mark_of(action.number))


_KINDS: Mapping[str, Callable[[Action, Known], Intent]] = {
    "update": _update,
    "update again": _update,
    "update often": _update,
    "create": _create,
    "tag": lambda a, k: AddTags(customer=_customer(a, k), tags=_tags(a, k)),
    "tag again": lambda a, k: AddTags(customer=_customer(a, k), tags=_tags(a, k)),
    "untag": lambda a, k: RemoveTags(customer=_customer(a, k), tags=_tags(a, k)),
    "stage": lambda a, k: SetStage(customer=_customer(a, k), stage=a.pick(3, list(k.tables.stages) or ["none"])),
    "record": lambda a, k: AddRecord(customer=_customer(a, k), content=mark_of(a.number)),
    "assign": lambda a, k: Assign(
        customer=_customer(a, k),
        agents=(a.pick(3, list(k.tables.agents) or ["none"]),),
        kind=1 + int(5 * a.draws[4]),
    ),
    "recycle": lambda a, k: Recycle(customer=_customer(a, k), valid=a.draws[3] < 0.9),
    "ban": lambda a, k: Blacklist(customer=_customer(a, k), kind=a.pick(3, _HOURS), reason="spam"),
    "lift": lambda a, k: Unblacklist(customer=_customer(a, k)),
    "make tag": lambda a, k: CreateTag(group=_group(a, k), name=mark_of(a.number)),
    "rename tag": _rename_tag,
    "make group": lambda a, _: CreateTagGroup(name=mark_of(a.number), color="#09AEB0", tags=("a", "b")),
    "rename group": lambda a, k: UpdateTagGroup(group=_group(a, k), name=mark_of(a.number)),
    "drop tag": lambda a, k: RemoveTag(tag=a.pick(3, list(k.tables.tags) or ["none"])),
    "drop group": lambda a, k: (
        RemoveTagGroup(group=_group(a, k)) if a.draws[4] < 0.2 else SaveEnterprise(set={"name": mark_of(a.number)})
    ),
}
