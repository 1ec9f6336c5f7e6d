"""What rows are understood by: the account's small tables, and their entries by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desktop.domain.customers.placefinder import PlaceFinder, Tree
from desktop.domain.dictionaries import Source, Tag, VipLevel
from desktop.domain.edits.rules import Seen
from desktop.domain.sheets.headers import Language
from desktop.domain.sheets.names import Keys, by_name


@dataclass(frozen=True)
class Tables:
    """The tables of an account, as edits find them (`seen`), and the language of names and words."""

    seen: Seen
    regions: Tree
    language: Language = "en"
    levels: Mapping[str, VipLevel] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def chinese(self) -> bool:
        """Whether words are Chinese."""
        return self.language == "zh"

    @cached_property
    def tags(self) -> Keys:
        """Tags by name, by "group: name" and by id."""
        return by_name(self._tag_names())

    @cached_property
    def stages(self) -> Keys:
        """Stages by name and by id."""
        return by_name((key, one.name) for key, one in self.seen.stages.items())

    @cached_property
    def agents(self) -> Keys:
        """Agents by name and by id."""
        return by_name((key, one.name) for key, one in self.seen.agents.items())

    @cached_property
    def level_names(self) -> Keys:
        """VIP levels by name and by value."""
        return by_name((key, one.name) for key, one in self.levels.items())

    @cached_property
    def places(self) -> PlaceFinder:
        """Provinces, cities and districts."""
        return PlaceFinder(self.regions)

    def tag_name(self, key: str) -> str:
        """Return what a tag is called: with its group when the name says too little; an unknown one by id."""
        tag = self.seen.tags.get(key)
        if tag is None:
            return key
        alone = self.tags.get(tag.name.strip().casefold(), ()) == (key,)
        return tag.name if alone and tag.name.strip() else self._full(tag)

    def _full(self, tag: Tag) -> str:
        group = self.seen.groups.get(tag.group_id)
        full = f"{group.name if group else tag.group_id}: {tag.name}"
        return full if self.tags.get(full.strip().casefold(), ()) == (tag.id,) else tag.id

    def _tag_names(self) -> Iterator[tuple[str, str]]:
        for key, tag in self.seen.tags.items():
            yield key, tag.name
        for key, tag in self.seen.tags.items():
            group = self.seen.groups.get(tag.group_id)
            if group is not None:
                yield key, f"{group.name}: {tag.name}"
