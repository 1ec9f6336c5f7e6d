"""What the tag picker offers: every tag under its group, and the WeCom tags, which are not made here."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.qt.choices import Choice
from desktop.ui.wording.lookup import Collections, Lookup

KEYWORD_END = "\n"
"""Ends the spellings of a tag's own name; those of its group follow."""
WECOM = "wecom:"
"""Before the id of a WeCom tag: the two kinds of ids know nothing of each other."""


def tag_choices(collections: Collections, spelled: Callable[[str], str]) -> list[Choice]:
    """Return the business tags, group by group; tags of single-choice groups exclude each other.

    `spelled` tells a name in pinyin and by initials, "" where it has none.
    """
    by_group: dict[str, list[Tag]] = {}
    for tag in collections.tags.values():
        by_group.setdefault(tag.group_id, []).append(tag)
    known = [group for group in collections.tag_groups.values() if group.id in by_group]
    strays = [TagGroup(group_id, "") for group_id in by_group if group_id not in collections.tag_groups]
    return [_choice(tag, group, spelled) for group in (*known, *strays) for tag in by_group[group.id]]


def wecom_choices(tags: Iterable[str], lookup: Lookup) -> list[Choice]:
    """Return the WeCom tags of the customers chosen: shown, never picked."""
    section = QCoreApplication.translate("Tagging", "WeCom tags · edited in WeCom only")
    names = {tag: lookup.wecom_tag(tag) for tag in dict.fromkeys(tags)}
    return [Choice(f"{WECOM}{tag}", name, section, icon="lock", enabled=False) for tag, name in names.items()]


def group_choices(collections: Collections, spelled: Callable[[str], str]) -> list[Choice]:
    """Return the groups a new tag can be made in; `spelled` as in `tag_choices`."""
    return [
        Choice(
            group.id,
            group.name,
            detail="" if group.multiple else QCoreApplication.translate("Tagging", "one of them"),
            keywords=spelled(group.name),
            colour=group.color,
        )
        for group in collections.tag_groups.values()
    ]


def _choice(tag: Tag, group: TagGroup, spelled: Callable[[str], str]) -> Choice:
    single = QCoreApplication.translate("Tagging", "one of them")
    section = group.name if group.multiple else f"{group.name} · {single}"
    return Choice(
        tag.id,
        tag.name,
        section,
        keywords=f"{spelled(tag.name)} {KEYWORD_END} {group.name} {spelled(group.name)}",
        colour=group.color,
        rival="" if group.multiple else group.id,
    )
