"""What the document asks of tag groups and tags, checked before anything is stored. Pure over what is known here.

Existence is left to the server: a colleague may have made a thing a minute ago.
"""

from collections.abc import Iterable, Sequence

from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import CreateTag, CreateTagGroup, Intent, UpdateTag, UpdateTagGroup

LONGEST = 30
"""Characters of a name or a parameter name (003 "API return code" 510007, 510008)."""


def check(intent: Intent, groups: Groups, tags: Tags) -> None:
    """Raise InvalidInput for what the server would refuse, naming the field.

    Reasons: group_name_blank, tag_name_blank, name_too_long, param_name_too_long, group_name_taken,
    tag_name_taken, param_name_taken.
    """
    match intent:
        case CreateTagGroup():
            check_group_name(intent.name, groups)
            check_new_tags(intent.tags)
        case UpdateTagGroup() if intent.name is not None:
            check_group_name(intent.name, groups, own=intent.group)
        case CreateTag():
            check_tag_name(intent.name, intent.group, tags)
            check_param_name(intent.param_name, tags)
        case UpdateTag():
            _check_update(intent, tags)


def check_group_name(name: str, groups: Groups, *, own: str = "") -> None:
    """Raise InvalidInput("name") unless a group, the one with id `own`, may be called so."""
    _check_length("name", name, blank="group_name_blank")
    if any(group.name == name and group.id != own for group in groups.values()):
        raise InvalidInput("name", "group_name_taken")


def check_tag_name(name: str, group_id: str, tags: Tags, *, own: str = "") -> None:
    """Raise InvalidInput("name") unless a tag of this group, the one with id `own`, may be called so."""
    _check_length("name", name, blank="tag_name_blank")
    if _taken(name, (tag.name for tag in tags.values() if tag.group_id == group_id and tag.id != own)):
        raise InvalidInput("name", "tag_name_taken")


def check_param_name(param_name: str, tags: Tags, *, own: str = "") -> None:
    """Raise InvalidInput("param_name") unless the tag with id `own` may have it; "" is none."""
    if len(param_name) > LONGEST:
        raise InvalidInput("param_name", "param_name_too_long", limit=LONGEST)
    if param_name and _taken(param_name, (tag.param_name for tag in tags.values() if tag.id != own)):
        raise InvalidInput("param_name", "param_name_taken")


def check_new_tags(names: Sequence[str]) -> None:
    """Raise InvalidInput("tags") unless a new group may have tags of these names."""
    for place, name in enumerate(names):
        _check_length("tags", name, blank="tag_name_blank")
        if _taken(name, names[:place]):
            raise InvalidInput("tags", "tag_name_taken")


def _check_update(intent: UpdateTag, tags: Tags) -> None:
    held = tags.get(intent.tag)
    if intent.name is not None:
        check_tag_name(intent.name, held.group_id if held else "", tags, own=intent.tag)
    if intent.param_name is not None:
        check_param_name(intent.param_name, tags, own=intent.tag)


def _check_length(field: str, name: str, *, blank: str) -> None:
    if not name.strip():
        raise InvalidInput(field, blank)
    if len(name) > LONGEST:
        raise InvalidInput(field, "name_too_long", limit=LONGEST)


def _taken(name: str, others: Iterable[str]) -> bool:
    return any(name == other for other in others)
