"""Tag groups and tags: what is there, and the rules by which they change."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.demo import codes
from desktop.demo.taxonomy import BROKEN_COLOURS, COLOURS, GROUPS
from desktop.demo.tenant import stable_id

_LONGEST = 30


@dataclass(slots=True)
class Group:
    """A tag group; times in milliseconds."""

    id: str
    name: str
    colour: str
    multiple: bool
    created: int
    updated: int


@dataclass(slots=True)
class Tag:
    """A tag of a group; times in milliseconds."""

    id: str
    group: str
    name: str
    param: str
    created: int
    updated: int


def names_of(text: str) -> list[str]:
    """Return the tag names of a taxonomy row: separated by commas where they hold blanks."""
    return text.split(",") if "," in text else text.split()


def starting_tags() -> list[tuple[str, str, bool]]:
    """Return id, group id and "several may be given" of every tag at the start, the frequent ones first."""
    found = [
        (place, stable_id("tag", f"{group}.{place}"), stable_id("tag group", group), multiple)
        for group, (_, multiple, text) in enumerate(GROUPS)
        for place in range(len(names_of(text)))
    ]
    return [(tag, group, multiple) for _, tag, group, multiple in sorted(found, key=lambda entry: entry[0])]


class Tags:
    """The account's tag groups and tags. `seed` and a counter make the ids of new ones."""

    def __init__(self, today: int, *, valid_colours: bool) -> None:
        self.groups: dict[str, Group] = {}
        self.tags: dict[str, Tag] = {}
        self._made = 0
        for number, (name, multiple, text) in enumerate(GROUPS):
            colour = COLOURS[number % len(COLOURS)]
            if not valid_colours:
                colour = BROKEN_COLOURS.get(number, colour)
            at = (today - (400 - number * 9) * 86400) * 1000 + number * 317
            group = Group(stable_id("tag group", number), name, colour, multiple, at, at + number * 86_400_000)
            self.groups[group.id] = group
            for place, tag in enumerate(names_of(text)):
                own = stable_id("tag", f"{number}.{place}")
                param = f"tag_{number}_{place}" if place % 3 == 0 else ""
                self.tags[own] = Tag(own, group.id, tag, param, at + place * 1000, at + place * 1000)

    def of(self, group: str) -> list[Tag]:
        """Return the tags of a group."""
        return [tag for tag in self.tags.values() if tag.group == group]

    def alive(self, joined: str) -> list[str]:
        """Return those ids of a comma-joined list that are tags still."""
        return [tag for tag in joined.split(",") if tag in self.tags]

    def combined(self, held: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> list[str]:
        """Return the tags after a change; a tag of a single-choice group takes the place of its neighbours.

        Raises Refused 510004 when a tag to add does not exist.
        """
        dropped = set(removed)
        result = [tag for tag in held if tag not in dropped]
        for tag in added:
            if tag not in self.tags:
                raise codes.Refused(codes.NO_TAG)
            group = self.groups[self.tags[tag].group]
            if not group.multiple:
                result = [other for other in result if self.tags[other].group != group.id]
            if tag not in result:
                result.append(tag)
        return result

    def add_group(self, name: str, colour: str, multiple: bool, labels: list[str], at: int) -> Group:
        """Make a group with its tags; raises Refused 510002, 510003, 510005, 510006, 510007."""
        self._check_group_name(name, "")
        seen: set[str] = set()
        for label in labels:
            _check_name(label, codes.BLANK_TAG)
            if label in seen:
                raise codes.Refused(codes.TAG_EXISTS)
            seen.add(label)
        group = Group(self._new_id("group"), name, colour, multiple, at, at)
        self.groups[group.id] = group
        for label in labels:
            self._put_tag(group.id, label, "", at)
        return group

    def change_group(self, id_: str, name: str, colour: str | None, multiple: bool | None, at: int) -> None:
        """Change a group; raises Refused 510001, 510002, 510005, 510007."""
        group = self._group(id_)
        self._check_group_name(name, group.id)
        group.name, group.updated = name, at
        group.colour = group.colour if colour is None else colour
        group.multiple = group.multiple if multiple is None else multiple

    def remove_group(self, id_: str) -> list[str]:
        """Remove a group and its tags; return these tags' ids; raises Refused 510001."""
        group = self._group(id_)
        del self.groups[group.id]
        gone = [tag.id for tag in self.of(group.id)]
        for tag in gone:
            del self.tags[tag]
        return gone

    def add_tag(self, group: str, name: str, param: str, at: int) -> None:
        """Add a tag; raises Refused 510001, 510003, 510004, 510006, 510007, 510008."""
        own = self._group(group).id
        self._check_tag(own, name, param, "")
        self._put_tag(own, name, param, at)

    def change_tag(self, id_: str, name: str, param: str | None, at: int) -> None:
        """Change a tag; raises Refused 510003, 510004, 510006, 510007, 510008."""
        tag = self._tag(id_)
        self._check_tag(tag.group, name, param or "", tag.id)
        tag.name, tag.updated = name, at
        tag.param = tag.param if param is None else param

    def remove_tag(self, id_: str) -> list[str]:
        """Remove a tag; return its id in a list; raises Refused 510004."""
        gone = [self._tag(id_).id]
        del self.tags[gone[0]]
        return gone

    def _group(self, id_: str) -> Group:
        if id_.strip() not in self.groups:
            raise codes.Refused(codes.NO_GROUP)
        return self.groups[id_.strip()]

    def _tag(self, id_: str) -> Tag:
        if id_.strip() not in self.tags:
            raise codes.Refused(codes.NO_TAG)
        return self.tags[id_.strip()]

    def _put_tag(self, group: str, name: str, param: str, at: int) -> None:
        own = self._new_id("tag")
        self.tags[own] = Tag(own, group, name, param, at, at)

    def _new_id(self, kind: str) -> str:
        self._made += 1
        return stable_id(f"new {kind}", self._made)

    def _check_group_name(self, name: str, own: str) -> None:
        _check_name(name, codes.BLANK_GROUP)
        if any(group.name == name and group.id != own for group in self.groups.values()):
            raise codes.Refused(codes.GROUP_EXISTS)

    def _check_tag(self, group: str, name: str, param: str, own: str) -> None:
        _check_name(name, codes.BLANK_TAG)
        if len(param) > _LONGEST:
            raise codes.Refused(codes.LONG_PARAM)
        others = [tag for tag in self.tags.values() if tag.id != own]
        if any(tag.name == name and tag.group == group for tag in others):
            raise codes.Refused(codes.TAG_EXISTS)
        if param and any(tag.param == param for tag in others):
            raise codes.Refused(codes.PARAM_EXISTS)


def _check_name(name: str, blank: str) -> None:
    if not name.strip():
        raise codes.Refused(blank)
    if len(name) > _LONGEST:
        raise codes.Refused(codes.LONG_NAME)
