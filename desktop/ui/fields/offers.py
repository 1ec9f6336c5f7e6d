"""What the fields that are chosen can be: from the account's collections."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from desktop.domain.dictionaries import Country, Language, TimeZone
from desktop.qt.choices import Choice
from desktop.qt.searching import OTHERS
from desktop.ui.wording.lookup import Collections
from desktop.ui.wording.names import CODES, code_name
from desktop.ui.wording.spelling import Spelling


class FormCollections(Collections, Protocol):
    """The collections a form chooses from."""

    @property
    def countries(self) -> Mapping[str, Country]:
        """Countries by id."""

    @property
    def time_zones(self) -> Mapping[str, TimeZone]:
        """Time zones by id."""

    @property
    def languages(self) -> Mapping[str, Language]:
        """Customers' languages by code."""


COMPANIONS: Mapping[str, str] = {
    "agent_id": "agent_name",
    "enterprise_id": "enterprise_name",
    "country_id": "country_name",
    "timezone_id": "timezone_name",
    "language": "language_name",
}
"""Field that holds an id -> field that holds what it is called."""

SENT_WITH: frozenset[str] = frozenset({"agent_id", "enterprise_id"})
"""Fields whose name is sent beside the id (003 "Create Customer", "Edit Customer Info")."""

KINDS: Mapping[str, str] = {
    "agent_id": "agent",
    "country_id": "country",
    "vip_level": "vip_level",
    "timezone_id": "time_zone",
    "language": "language",
    "source": "source",
    "stage_id": "stage",
}
"""Field -> the collection it is chosen from."""


class Offers:
    """Makes the choices of a field, with their spellings."""

    def __init__(self, collections: FormCollections, spelling: Spelling) -> None:
        self._of = collections
        self.spelling = spelling

    def choices(self, field: str) -> Sequence[Choice]:
        """Return what a field can be, in the server's order."""
        if field in CODES:
            return self._spelled(Choice(str(code), code_name(field, code)) for code in CODES[field])
        if field == "agent_id":
            return self._agents()
        return self._spelled(Choice(key, name) for key, name in self._named(field))

    def name(self, field: str, key: str) -> str | None:
        """Return what a choice is called, None when there is no such choice."""
        if field in CODES:
            return code_name(field, int(key)) if key.isdecimal() and int(key) in CODES[field] else None
        if field == "agent_id":
            agent = self._of.agents.get(key)
            return agent.name if agent else None
        return next((name for own, name in self._named(field) if own == key), None)

    def any(self, field: str) -> bool:
        """Say whether there is anything to choose: the table is here."""
        table = self._of.agents.values() if field == "agent_id" else self._named(field)
        return field in CODES or next(iter(table), None) is not None

    def _named(self, field: str) -> Iterable[tuple[str, str]]:
        of = self._of
        match field:
            case "country_id":
                return ((entry.id, entry.name) for entry in of.countries.values())
            case "vip_level":
                return ((entry.value, entry.name) for entry in of.vip_levels.values())
            case "timezone_id":
                return ((entry.id, entry.name) for entry in of.time_zones.values())
            case "language":
                return ((entry.code, entry.name) for entry in of.languages.values())
            case "source":
                return ((entry.value, entry.name) for entry in of.sources.values())
            case "stage_id":
                return ((entry.id, entry.name) for entry in of.stages.values())
        return ()

    def _agents(self) -> Sequence[Choice]:
        departments = self._of.departments
        agents = list(self._of.agents.values())
        homes = {agent.id: departments.get(agent.department_id) for agent in agents}
        self.spelling.learn([agent.name for agent in agents] + [home.name for home in homes.values() if home])
        return [
            Choice(
                agent.id,
                agent.name,
                detail=home.name if (home := homes[agent.id]) else "",
                keywords=OTHERS.join((self.spelling.of(agent.name), self.spelling.of(home.name) if home else "")),
            )
            for agent in agents
        ]

    def _spelled(self, choices: Iterable[Choice]) -> Sequence[Choice]:
        made = list(choices)
        self.spelling.learn(choice.text for choice in made)
        return [
            Choice(choice.key, choice.text or choice.key, detail="", keywords=self._keywords(choice))
            for choice in made
        ]

    def _keywords(self, choice: Choice) -> str:
        # An id that people know too ("zh", "Asia/Shanghai") finds its name.
        known = choice.key.replace("_", " ") if not choice.key.isalnum() or len(choice.key) <= 3 else ""
        return f"{self.spelling.of(choice.text)}{OTHERS}{known}"
