"""What the tags page shows: groups and tags with their counts and how far the edits on them are. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.ids import is_local, nth_local
from desktop.domain.intents.intent import (
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    UpdateTag,
    UpdateTagGroup,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the newest edit of a thing is: on its way (`entry.is_open`), or waiting for a person."""

    entry: Entry

    @property
    def refused(self) -> bool:
        """Whether the server refused it."""
        return self.entry.state is State.REJECTED

    @property
    def unsure(self) -> bool:
        """Whether it was sent and nobody knows yet if it arrived."""
        return self.entry.state is State.UNKNOWN


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as it is listed; `customers` is None until they are counted. `draft`: refused, not on the server."""

    group: TagGroup
    tags: int
    customers: int | None = None
    mark: Mark | None = None
    draft: bool = False

    @property
    def id(self) -> str:
        """The group's id."""
        return self.group.id


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag as it is listed; `customers` is None until they are counted. `draft`: refused, not on the server."""

    tag: Tag
    customers: int | None = None
    mark: Mark | None = None
    draft: bool = False

    @property
    def id(self) -> str:
        """The tag's id."""
        return self.tag.id


@dataclass(frozen=True, slots=True)
class Counts:
    """How many customers have each tag, and any tag of each group; None before they were counted."""

    tags: Mapping[str, int] | None = None
    groups: Mapping[str, int] = field(default_factory=dict)

    def of_tag(self, tag_id: str) -> int | None:
        """Return the customers of a tag, None before they were counted."""
        return None if self.tags is None else self.tags.get(tag_id, 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """Every group in the server's order, and its tags by the group's id; refused new ones stand last."""

    groups: tuple[GroupLine, ...] = ()
    tags: Mapping[str, tuple[TagLine, ...]] = field(default_factory=dict)

    def group(self, group_id: str) -> GroupLine | None:
        """Return a group's line."""
        return next((line for line in self.groups if line.id == group_id), None)

    def tag(self, tag_id: str) -> TagLine | None:
        """Return a tag's line."""
        return next((line for lines in self.tags.values() for line in lines if line.id == tag_id), None)


def make_scene(groups: Groups, tags: Tags, entries: Iterable[Entry], counts: Counts) -> Scene:
    """Return what to show of the tables (pending edits folded in) and the entries that are not settled."""
    marks: dict[str, Mark] = {}
    shown_groups, shown_tags = dict(groups), dict(tags)
    drafts: set[str] = set()
    for entry in entries:
        if entry.state is State.DONE:
            continue
        for thing in subjects(entry.intent):
            marks[thing] = Mark(entry)
        if entry.state is State.REJECTED:
            drafts |= _add_draft(entry.intent, shown_groups, shown_tags)
    lines: dict[str, list[TagLine]] = {}
    for tag in shown_tags.values():
        line = TagLine(tag, counts.of_tag(tag.id), marks.get(tag.id), tag.id in drafts)
        lines.setdefault(tag.group_id, []).append(line)
    return Scene(
        tuple(
            GroupLine(group, len(lines.get(key, ())), counts.groups.get(key), marks.get(key), key in drafts)
            for key, group in shown_groups.items()
        ),
        {key: tuple(found) for key, found in lines.items()},
    )


def subjects(intent: Intent) -> tuple[str, ...]:
    """Return the ids of the groups and tags an edit is about."""
    match intent:
        case CreateTagGroup():
            return (intent.local, *(nth_local(intent.local, place) for place in range(len(intent.tags))))
        case UpdateTagGroup() | RemoveTagGroup():
            return (intent.group,)
        case CreateTag():
            return (intent.local,)
        case UpdateTag() | RemoveTag():
            return (intent.tag,)
        case _:
            return ()


def _add_draft(intent: Intent, groups: dict[str, TagGroup], tags: dict[str, Tag]) -> set[str]:
    """Show a new thing that was refused beside what exists: its content is kept until the user decides."""
    match intent:
        case CreateTagGroup() if intent.local not in groups:
            groups[intent.local] = TagGroup(intent.local, intent.name, intent.color, intent.multiple)
            for place, name in enumerate(intent.tags):
                own = nth_local(intent.local, place)
                tags[own] = Tag(own, intent.local, name)
            return set(subjects(intent))
        case CreateTag() if intent.local not in tags:
            tags[intent.local] = Tag(intent.local, intent.group, intent.name, intent.param_name)
            return {intent.local}
        case _:
            return set()


def waiting(line: GroupLine | TagLine) -> bool:
    """Tell whether what is shown is not on the server yet, but on its way."""
    if line.mark is not None:
        return line.mark.entry.is_open
    return is_local(line.id)


def narrowed(scene: Scene, matches: Callable[[str], bool]) -> Scene:
    """Return the groups and tags whose name (or parameter name) matches; a matching group keeps all its tags."""
    groups: list[GroupLine] = []
    tags: dict[str, tuple[TagLine, ...]] = {}
    for group in scene.groups:
        own = scene.tags.get(group.id, ())
        found = own if matches(group.group.name) else tuple(line for line in own if _matches(line, matches))
        if found or matches(group.group.name):
            groups.append(group)
            tags[group.id] = found
    return Scene(tuple(groups), tags)


def _matches(line: TagLine, matches: Callable[[str], bool]) -> bool:
    return matches(line.tag.name) or bool(line.tag.param_name and matches(line.tag.param_name))
