"""Names and colours of what a record only holds as ids: tags, stages, agents, sources, levels, regions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.customer import CustomValue
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
from desktop.ui.wording.names import CODES, code_name


class Regions(Protocol):
    """Provinces, cities and districts as a tree."""

    def get(self, region_id: str) -> Region | None:
        """Return one region."""

    def children(self, region_id: str = "") -> tuple[Region, ...]:
        """Return the regions directly below."""


class Collections(Protocol):
    """The small entities of the account by id (`workspace.lookups.collections.Collections`)."""

    @property
    def tag_groups(self) -> Mapping[str, TagGroup]:
        """Tag groups by id."""

    @property
    def tags(self) -> Mapping[str, Tag]:
        """Business tags by id."""

    @property
    def stages(self) -> Mapping[str, Stage]:
        """Follow-up stages by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by value."""

    @property
    def agents(self) -> Mapping[str, Agent]:
        """Agents by id."""

    @property
    def departments(self) -> Mapping[str, Department]:
        """Departments by id."""

    @property
    def vip_levels(self) -> Mapping[str, VipLevel]:
        """VIP levels by value."""

    @property
    def custom_fields(self) -> Mapping[str, CustomField]:
        """Custom fields of customers by id."""

    @property
    def enterprise_fields(self) -> Mapping[str, CustomField]:
        """Custom fields of companies by id."""

    @property
    def regions(self) -> Regions:
        """Provinces, cities and districts."""

    @property
    def countries(self) -> Mapping[str, Country]:
        """Countries by id."""

    @property
    def time_zones(self) -> Mapping[str, TimeZone]:
        """Time zones by id."""

    @property
    def languages(self) -> Mapping[str, Language]:
        """Customers' languages by code."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry a user can choose: `value` goes into the condition, `section` is its heading."""

    value: str | int
    text: str
    section: str = ""
    color: str = ""


class Lookup:
    """Reads the collections of one account; ids that are not (yet) known are shown as they are."""

    def __init__(self, collections: Collections) -> None:
        self._of = collections

    def tag(self, tag_id: str) -> Choice:
        """Return a tag's name, its group's name as section, and its group's colour."""
        tag = self._of.tags.get(tag_id)
        if tag is None:
            return Choice(tag_id, short_id(tag_id))
        group = self._of.tag_groups.get(tag.group_id)
        return Choice(tag_id, tag.name, group.name if group else "", group.color if group else "")

    def tags(self, tags: Sequence[str]) -> list[Choice]:
        """Return what a customer's business tags are shown as; one that was deleted says nothing to anybody.

        While no tags are known at all, one choice without a value says how many there are.
        """
        if tags and not self._of.tags:
            return [Choice("", QCoreApplication.translate("Names", "Tags: {count}").format(count=len(tags)))]
        return [self.tag(tag) for tag in tags if tag in self._of.tags]

    def wecom_tag(self, tag_id: str) -> str:
        """Return what a WeCom tag is shown as: the document has no call that names them."""
        tag = self._of.tags.get(tag_id)
        return tag.name if tag else short_id(tag_id)

    def stage(self, stage_id: str) -> str:
        """Return the name of a follow-up stage."""
        stage = self._of.stages.get(stage_id)
        return stage.name if stage else short_id(stage_id)

    def stages(self) -> list[Stage]:
        """Return the stages in their order."""
        return list(self._of.stages.values())

    def agent(self, agent_id: str) -> str:
        """Return the name of an agent."""
        agent = self._of.agents.get(agent_id)
        return agent.name if agent else short_id(agent_id)

    def source(self, value: str) -> str:
        """Return the name of a source."""
        source = self._of.sources.get(value)
        return source.name if source else value

    def vip_level(self, value: str) -> str:
        """Return the name of a VIP level."""
        level = self._of.vip_levels.get(value)
        return level.name if level else value

    def region(self, region_id: str) -> str:
        """Return the name of a province, city or district."""
        region = self._of.regions.get(region_id)
        return region.name if region else short_id(region_id)

    def country(self, country_id: str) -> str:
        """Return the name of a country."""
        country = self._of.countries.get(country_id)
        return country.name if country else short_id(country_id)

    def time_zone(self, zone_id: str) -> str:
        """Return the name of a time zone."""
        zone = self._of.time_zones.get(zone_id)
        return zone.name if zone else zone_id

    def language(self, code: str) -> str:
        """Return the name of a language."""
        language = self._of.languages.get(code)
        return language.name if language else code

    def custom_text(self, value: CustomValue) -> str:
        """Return the text of a custom value: the option's name where the value is one."""
        if value.text:
            return value.text
        field = self.custom_field(value.field_id)
        if not field or not field.options or not value.value:
            return value.value
        names = {option.value: option.name for option in field.options}
        return ", ".join(names.get(part.strip(), part.strip()) for part in value.value.split(","))

    def custom_field(self, field_id: str) -> CustomField | None:
        """Return the definition of a custom field of customers or companies."""
        return self._of.custom_fields.get(field_id) or self._of.enterprise_fields.get(field_id)

    def name(self, field: str, value: str | int) -> str:
        """Return what people call `value` of a field that holds a code or an id."""
        if field in CODES and isinstance(value, int):
            return code_name(field, value)
        named = {
            "tags": lambda text: self.tag(text).text,
            "wecom_tags": self.wecom_tag,
            "stage_id": self.stage,
            "agent_id": self.agent,
            "source": self.source,
            "vip_level": self.vip_level,
            "province_id": self.region,
            "city_id": self.region,
            "district_id": self.region,
            "country_id": self.country,
            "timezone_id": self.time_zone,
            "language": self.language,
        }.get(field)
        return named(str(value)) if named else str(value)

    def choices(self, field: str) -> list[Choice]:
        """Return everything a filter or form can offer for a field, in the server's order."""
        if field in CODES:
            return [Choice(code, code_name(field, code)) for code in CODES[field]]
        source: dict[str, Callable[[], list[Choice]]] = {
            "tags": lambda: [self.tag(tag_id) for tag_id in self._tags_by_group()],
            "stage_id": lambda: [Choice(stage.id, stage.name) for stage in self._of.stages.values()],
            "agent_id": self._agents,
            "source": lambda: [Choice(entry.value, entry.name) for entry in self._of.sources.values()],
            "vip_level": lambda: [Choice(entry.value, entry.name) for entry in self._of.vip_levels.values()],
            "province_id": lambda: list(self._regions(1)),
            "city_id": lambda: list(self._regions(2)),
            "district_id": lambda: list(self._regions(3)),
        }
        return source[field]() if field in source else []

    def _tags_by_group(self) -> list[str]:
        order = {group: place for place, group in enumerate(self._of.tag_groups)}
        tags = sorted(self._of.tags.values(), key=lambda tag: order.get(tag.group_id, len(order)))
        return [tag.id for tag in tags]

    def _agents(self) -> list[Choice]:
        departments = self._of.departments
        return [
            Choice(agent.id, agent.name, departments[agent.department_id].name)
            if agent.department_id in departments
            else Choice(agent.id, agent.name)
            for agent in self._of.agents.values()
        ]

    def _regions(self, level: int, above: str = "", path: str = "") -> Iterator[Choice]:
        for region in self._of.regions.children(above):
            if level == 1:
                yield Choice(region.id, region.name, path)
            else:
                yield from self._regions(level - 1, region.id, f"{path} {region.name}".strip())


def short_id(text: str) -> str:
    """Return an id cut to what tells it apart on screen."""
    return text if len(text) <= 12 else f"{text[:8]}…"
