"""The small entities of an account, in memory, by id: tags, stages, agents, levels, fields, regions.

They are read from the cache, never from the network; the pull refreshes the cache and the account reads anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.dictionaries import (
    Agent,
    Country,
    CustomField,
    Department,
    Language,
    Region,
    Source,
    Stage,
    Tag,
    TagGroup,
    TimeZone,
    VipLevel,
)
from desktop.workspace.events import CollectionChanged, Subscribers
from desktop.workspace.lookups.regions import RegionTree

if TYPE_CHECKING:
    from desktop.domain.intents.intent import Intent

KINDS = (
    "tag_group",
    "tag",
    "stage",
    "source",
    "agent",
    "department",
    "vip_level",
    "custom_field",
    "enterprise_field",
    "country",
    "time_zone",
    "language",
    "region",
)
"""The kinds of `CacheFile.dictionary`, in the order they are shown first."""

_EDITED = ("tag_group", "tag")

Loaded: TypeAlias = tuple[Sequence[Any], int] | None
"""What `CacheFile.dictionary` answers: entries and when they were fetched."""

Placed: TypeAlias = "tuple[int, Intent]"
"""An edit and its place among the edits of an account."""


class Collections:
    """The small entities of one account in one language.

    Every mapping keeps the server's order (stages: by position). Tags and their groups show the edits that are on
    their way to the server. A kind never fetched is an empty mapping and
    `fetched(kind)` is None.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.events: Subscribers[CollectionChanged] = Subscribers()
        self.regions = RegionTree()
        self._entries: dict[str, Mapping[str, Any]] = {}
        self._fetched: dict[str, int] = {}
        self._bases: dict[str, Mapping[str, Any]] = {}
        self._edits: tuple[Placed, ...] = ()
        self._steps: Mapping[str, Sequence[Placed]] = {}
        self._ids: Mapping[str, str] = {}

    @property
    def tag_groups(self) -> Mapping[str, TagGroup]:
        """Tag groups by id."""
        return self._of("tag_group")

    @property
    def tags(self) -> Mapping[str, Tag]:
        """Business tags by id."""
        return self._of("tag")

    @property
    def stages(self) -> Mapping[str, Stage]:
        """Follow-up stages by id, in order of position."""
        return self._of("stage")

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by value."""
        return self._of("source")

    @property
    def agents(self) -> Mapping[str, Agent]:
        """Agents by id."""
        return self._of("agent")

    @property
    def departments(self) -> Mapping[str, Department]:
        """Departments by id."""
        return self._of("department")

    @property
    def vip_levels(self) -> Mapping[str, VipLevel]:
        """VIP levels by value."""
        return self._of("vip_level")

    @property
    def custom_fields(self) -> Mapping[str, CustomField]:
        """Custom fields of customers by id."""
        return self._of("custom_field")

    @property
    def enterprise_fields(self) -> Mapping[str, CustomField]:
        """Custom fields of enterprises by id."""
        return self._of("enterprise_field")

    @property
    def countries(self) -> Mapping[str, Country]:
        """Countries by id."""
        return self._of("country")

    @property
    def time_zones(self) -> Mapping[str, TimeZone]:
        """Time zones by id."""
        return self._of("time_zone")

    @property
    def languages(self) -> Mapping[str, Language]:
        """Customers' languages by code."""
        return self._of("language")

    def tags_of(self, group_id: str) -> tuple[Tag, ...]:
        """Return the tags of a group in the server's order."""
        return tuple(tag for tag in self.tags.values() if tag.group_id == group_id)

    def fetched(self, kind: str) -> int | None:
        """Return when a kind was last fetched (seconds since the epoch), None when never."""
        return self._fetched.get(kind)

    @property
    def tag_tables(self) -> tuple[Mapping[str, TagGroup], Mapping[str, Tag]]:
        """Tag groups and tags as the server said them, without the edits on their way."""
        none: Mapping[str, Any] = MappingProxyType({})
        return self._bases.get("tag_group", none), self._bases.get("tag", none)

    def take(self, kind: str, loaded: Loaded) -> None:
        """Hold what the cache answered for a kind and tell the listeners when it differs from before."""
        if loaded is None:
            return
        entries, self._fetched[kind] = loaded
        if kind == "region":
            self.regions = RegionTree(entry for entry in entries if isinstance(entry, Region))
            self.events.tell(CollectionChanged(kind))
        elif kind in _EDITED:
            self._bases[kind] = _by_key(entries)
            self._fold()
        else:
            self._show(kind, _by_key(entries))

    def show_edits(self, edits: Sequence[Placed], ids: Mapping[str, str]) -> None:
        """Show tag groups and tags as they are after these edits; `ids` are the server's by the local ones."""
        self._edits, self._ids = tuple(edits), ids
        self._fold()

    def show_steps(self, steps: Mapping[str, Sequence[Placed]]) -> None:
        """Show the edits too that jobs are still to make, by the job's id, each at the job's place."""
        if self._steps != steps:
            self._steps = steps
            self._fold()

    def found_by(self, job_id: str) -> tuple[Mapping[str, TagGroup], Mapping[str, Tag]]:
        """Return tag groups and tags as an edit of a job finds them: what the job is still to do is not done."""
        steps = [step for job, ahead in self._steps.items() if job != job_id for step in ahead]
        placed = sorted((*self._edits, *steps), key=itemgetter(0))
        if not placed:
            return self.tag_tables
        from desktop.domain.edits.fold import fold_tag_tables  # noqa: PLC0415 -- only edits need them

        return fold_tag_tables(*self.tag_tables, [intent for _, intent in placed], self._ids)

    def _fold(self) -> None:
        folded = self.found_by("")
        for kind, entries in zip(_EDITED, folded, strict=True):
            if kind in self._bases or entries:
                self._show(kind, entries)

    def _show(self, kind: str, fresh: Mapping[str, Any]) -> None:
        if kind not in self._entries or list(self._entries[kind].values()) != list(fresh.values()):
            self._entries[kind] = fresh
            self.events.tell(CollectionChanged(kind))

    def _of(self, kind: str) -> Mapping[str, Any]:
        return self._entries.get(kind, MappingProxyType({}))


def _by_key(entries: Iterable[Any]) -> Mapping[str, Any]:
    ordered = sorted(entries, key=lambda entry: entry.position if isinstance(entry, Stage) else 0)
    return MappingProxyType({_key(entry): entry for entry in ordered})


def _key(entry: object) -> str:
    if isinstance(entry, (Source, VipLevel)):
        return entry.value
    if isinstance(entry, Language):
        return entry.code
    return str(getattr(entry, "id", ""))
