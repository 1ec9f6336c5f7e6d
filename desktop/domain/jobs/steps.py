"""What a job consists of: edits of the tag tables before and after, and a rule for each customer. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.edits.fold import Groups, Tags, fold_tag_tables
from desktop.domain.edits.inverse import inverse
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.preimage import preimage
from desktop.domain.edits.references import resolved
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import is_local, local_id, nth_local
from desktop.domain.intents.intent import (
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    UpdateTag,
)
from desktop.domain.jobs.job import (
    DropGroup,
    DropTags,
    FixChoices,
    MergeTags,
    MoveTags,
    SplitGroup,
    TagCustomers,
    TagJob,
)
from desktop.domain.jobs.rules import Apply, Each, Exchange, Give, KeepOne, Lose, Rule
from desktop.domain.tags.rules import check

NewId: TypeAlias = Callable[[], str]
"""Gives a new piece of a local id each time."""


@dataclass(frozen=True, slots=True)
class Administer:
    """An edit of the tag tables and what it finds."""

    intent: Intent
    base: Base


@dataclass(frozen=True, slots=True)
class Steps:
    """A job's parts. `customers` may name one twice; None: all who have at least `least` of the tags of the rule.

    `groups` and `tags` are the tables as they will be after `before`. `guards` are groups that allow several tags
    and of which the job gives one: with their tags, by id.
    """

    before: tuple[Administer, ...]
    rule: Rule | Apply | Each
    after: tuple[Administer, ...]
    groups: Groups
    tags: Tags
    about: tuple[str, ...]
    customers: tuple[str, ...] | None = None
    holding: tuple[str, ...] = ()
    least: int = 1
    guards: Mapping[str, tuple[str, ...]] | None = None


def steps_of(request: TagJob, groups: Groups, tags: Tags, token: NewId) -> Steps:
    """Return what a job consists of.

    Raises InvalidInput: "gone" for a tag or group that is not there, what `tagrules.check` says of new names,
    "nothing_to_change".
    """
    match request:
        case TagCustomers():
            return _give(request, groups, tags)
        case MergeTags():
            return _merge(request, groups, tags)
        case MoveTags():
            return _move(request, groups, tags, token)
        case SplitGroup():
            return _split(request, groups, tags, token)
        case DropGroup():
            return _drop_group(request, groups, tags)
        case DropTags():
            return _drop_tags(request, groups, tags)
        case FixChoices():
            return _fix(request, groups, tags)


def undoing(
    steps: Sequence[Administer], token: NewId, known: Mapping[str, str] | None = None
) -> tuple[tuple[Administer, ...], dict[str, str]]:
    """Return the edits that take back `steps`, in their order, and the new local ids by the ids they replace.

    `known` are those of edits that are taken back before.
    """
    undone: list[Administer] = []
    anew = dict(known or {})
    for step in reversed(steps):
        for intent in inverse(step.intent, step.base, token):
            undone.append(Administer(resolved(intent, anew), {}))
            anew.update(_replaced(step, intent))
    return tuple(undone), anew


def with_bases(
    steps: Iterable[Administer], groups: Groups, tags: Tags, ids: Mapping[str, str]
) -> tuple[Administer, ...]:
    """Return the steps with what each finds after the former ones; `ids` are the server's by the local ones."""
    found: list[Administer] = []
    for step in steps:
        intent = resolved(step.intent, ids)
        found.append(Administer(intent, preimage(intent, groups, tags, None)))
        groups, tags = fold_tag_tables(groups, tags, [intent])
    return tuple(found)


def locals_of(rule: Rule | Apply | Each) -> tuple[str, ...]:
    """Return the ids in a rule that the server does not know yet."""
    match rule:
        case Give():
            named: tuple[str, ...] = (*rule.add, *rule.remove)
        case Exchange():
            named = tuple(tag for pair in rule.pairs for tag in pair)
        case Lose() | KeepOne():
            named = rule.tags
        case Apply() | Each():
            named = ()
    return tuple(tag for tag in dict.fromkeys(named) if is_local(tag))


def _replaced(step: Administer, intent: Intent) -> Mapping[str, str]:
    match step.intent, intent:
        case RemoveTag(tag=old), CreateTag(local=new):
            return {old: new}
        case RemoveTagGroup(group=old), CreateTagGroup(local=new):
            held = step.base.get("tags")
            tags = (
                [str(one["id"]) for one in held if isinstance(one, Mapping)]
                if isinstance(held, list | tuple)
                else []
            )
            return {old: new} | {tag: nth_local(new, place) for place, tag in enumerate(tags)}
        case _:
            return {}


def _give(request: TagCustomers, groups: Groups, tags: Tags) -> Steps:
    if not request.add and not request.remove:
        raise InvalidInput("tags", "nothing_to_change")
    before = () if request.make is None else _checked([request.make], groups, tags)
    groups, tags = fold_tag_tables(groups, tags, [step.intent for step in before])
    for tag in request.add:
        _there(tag, tags)
    rule = Give(request.add, tuple(tag for tag in request.remove if tag not in request.add))
    about = tuple(tags[tag].name for tag in (*request.add, *rule.remove) if tag in tags)
    guards = _guards(request.add, groups, tags)
    return Steps(before, rule, (), groups, tags, about, request.customers, guards=guards)


def _merge(request: MergeTags, groups: Groups, tags: Tags) -> Steps:
    _there(request.into, tags)
    old = tuple(tag for tag in dict.fromkeys(request.tags) if tag != request.into)
    if not old:
        raise InvalidInput("tags", "nothing_to_change")
    about = (*(_there(tag, tags) for tag in old), tags[request.into].name)
    rule = Exchange(tuple((tag, request.into) for tag in old))
    after = _with_bases([RemoveTag(tag=tag) for tag in old], groups, tags)
    return Steps((), rule, after, groups, tags, about, holding=old, guards=_guards((request.into,), groups, tags))


def _move(request: MoveTags, groups: Groups, tags: Tags, token: NewId) -> Steps:
    if request.group not in groups:
        raise InvalidInput("group", "gone")
    old = tuple(dict.fromkeys(request.tags))
    names = [_there(tag, tags) for tag in old]
    new = tuple(local_id(token()) for _ in old)
    making: list[Intent] = [
        CreateTag(group=request.group, name=name, local=own) for name, own in zip(names, new, strict=True)
    ]
    about = (*names, groups[request.group].name)
    return _handed_over(making, old, new, groups, tags, about)


def _split(request: SplitGroup, groups: Groups, tags: Tags, token: NewId) -> Steps:
    old = tuple(dict.fromkeys(request.tags))
    names = tuple(_there(tag, tags) for tag in old)
    own = local_id(token())
    making = CreateTagGroup(
        name=request.name, color=request.color, multiple=request.multiple, tags=names, local=own
    )
    new = tuple(nth_local(own, place) for place in range(len(old)))
    return _handed_over([making], old, new, groups, tags, (*names, request.name))


def _handed_over(
    making: Sequence[Intent],
    old: Sequence[str],
    new: Sequence[str],
    groups: Groups,
    tags: Tags,
    about: tuple[str, ...],
) -> Steps:
    if not old:
        raise InvalidInput("tags", "nothing_to_change")
    before = _checked(making, groups, tags)
    groups, tags = fold_tag_tables(groups, tags, making)
    closing: list[Intent] = [RemoveTag(tag=tag) for tag in old]
    # Parameter names are unique in the account: the old tag has to let go of its own first.
    closing += [
        UpdateTag(tag=fresh, param_name=tags[tag].param_name)
        for tag, fresh in zip(old, new, strict=True)
        if tags[tag].param_name
    ]
    after = _with_bases(closing, groups, tags)
    rule = Exchange(tuple(zip(old, new, strict=True)))
    return Steps(before, rule, after, groups, tags, about, holding=tuple(old), guards=_guards(new, groups, tags))


def _drop_group(request: DropGroup, groups: Groups, tags: Tags) -> Steps:
    group = groups.get(request.group)
    if group is None:
        raise InvalidInput("group", "gone")
    held = tuple(tag.id for tag in tags.values() if tag.group_id == group.id)
    after = _with_bases([RemoveTagGroup(group=group.id)], groups, tags)
    return Steps((), Lose(held), after, groups, tags, (group.name,), holding=held)


def _drop_tags(request: DropTags, groups: Groups, tags: Tags) -> Steps:
    gone = tuple(dict.fromkeys(request.tags))
    if not gone:
        raise InvalidInput("tags", "nothing_to_change")
    names = tuple(_there(tag, tags) for tag in gone)
    after = _with_bases([RemoveTag(tag=tag) for tag in gone], groups, tags)
    return Steps((), Lose(gone), after, groups, tags, names, holding=gone)


def _fix(request: FixChoices, groups: Groups, tags: Tags) -> Steps:
    group = groups.get(request.group)
    if group is None:
        raise InvalidInput("group", "gone")
    held = tuple(tag.id for tag in tags.values() if tag.group_id == group.id)
    rule = KeepOne(held, request.keep)
    guards = {group.id: held}
    return Steps((), rule, (), groups, tags, (group.name,), holding=held, least=2, guards=guards)


def _there(tag: str, tags: Tags) -> str:
    if tag not in tags:
        raise InvalidInput("tags", "gone")
    return tags[tag].name


def _checked(intents: Sequence[Intent], groups: Groups, tags: Tags) -> tuple[Administer, ...]:
    made: list[Administer] = []
    for intent in intents:
        check(intent, groups, tags)
        made.append(Administer(intent, preimage(intent, groups, tags, None)))
        groups, tags = fold_tag_tables(groups, tags, [intent])
    return tuple(made)


def _with_bases(intents: Iterable[Intent], groups: Groups, tags: Tags) -> tuple[Administer, ...]:
    return tuple(Administer(intent, preimage(intent, groups, tags, None)) for intent in intents)


def _guards(given: Iterable[str], groups: Groups, tags: Tags) -> Mapping[str, tuple[str, ...]]:
    several = {
        tags[tag].group_id
        for tag in given
        if tag in tags and tags[tag].group_id in groups and groups[tags[tag].group_id].multiple
    }
    return {group: tuple(tag.id for tag in tags.values() if tag.group_id == group) for group in several}
