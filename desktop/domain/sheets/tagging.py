"""The tags that a cell gives."""

from collections import Counter
from collections.abc import Sequence

from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.headers import TAGS
from desktop.domain.sheets.names import split
from desktop.domain.sheets.tables import Tables
from desktop.domain.sheets.values import only


def wanted_tags(tables: Tables, text: str, held: Sequence[str]) -> tuple[str, ...]:
    """Return the tags in a cell that a customer with the tags `held` has not; the others stay.

    Raises InvalidInput: tag_unknown, tag_ambiguous, one_choice when a group that allows one is given several.
    """
    so = {tables.tag_name(tag).casefold(): tag for tag in held}
    parts = (text.strip(),) if text.strip().casefold() in tables.tags else split(text)
    named = [so.get(part.casefold()) or only(tables.tags, TAGS, _plain(part), "tag") for part in parts]
    fresh = tuple(tag for tag in dict.fromkeys(named) if tag not in held)
    _check_choices(tables, fresh)
    return fresh


def _check_choices(tables: Tables, fresh: Sequence[str]) -> None:
    counts = Counter(tables.seen.tags[tag].group_id for tag in fresh)
    for group_id, count in counts.items():
        group = tables.seen.groups.get(group_id)
        if count > 1 and group is not None and not group.multiple:
            raise InvalidInput(TAGS, "one_choice", name=group.name)


def _plain(part: str) -> str:
    group, mark, name = part.replace("：", ":").partition(":")
    return f"{group.strip()}: {name.strip()}" if mark else part
