"""Customers as texts of cells, so that reading them back finds what is there."""

import time
from collections.abc import Callable, Mapping

from desktop.domain.customers.custom_rules import CHOSEN, split_options
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.values import CUSTOM, LEAD
from desktop.domain.json import Json
from desktop.domain.sheets.codes import word_of
from desktop.domain.sheets.headers import AGENT, ID, STAGE, TAGS
from desktop.domain.sheets.names import joined
from desktop.domain.sheets.tables import Tables


class Texts:
    """Writes customers by the names of `tables`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._special: Mapping[str, Callable[[Customer], str]] = {
            ID: lambda one: one.id,
            TAGS: lambda one: joined(map(tables.tag_name, one.ids(TAGS))),
            "wecom_tags": lambda one: joined(one.ids("wecom_tags")),
            STAGE: self._stage,
            AGENT: self._agent,
            "vip_level": self._level,
            "source": self._source,
        }

    def cell(self, customer: Customer, target: str) -> str:
        """Return what a customer has in a column, "" for nothing."""
        special = self._special.get(target)
        if special is not None:
            return special(customer)
        if target.startswith(LEAD):
            return self.custom(target, value_of(customer, target))
        kind = FIELD[target].kind
        number = customer.number(target)
        if number is None or kind not in {Kind.CODE, Kind.SECONDS}:
            return customer.text(target)
        if kind is Kind.SECONDS:
            return moment(number)
        return word_of(target, number, chinese=self._tables.chinese)

    def custom(self, target: str, value: str) -> str:
        """Return the text of a custom field's value: the names of what is chosen."""
        field = self._tables.seen.custom_fields.get(target.removeprefix(LEAD))
        if field is None or field.type not in CHOSEN:
            return value
        known = {option.value: option.name for option in field.options}
        return joined(known.get(part, part) for part in split_options(value))

    def after(self, target: str, values: Mapping[str, Json]) -> str:
        """Return what a column shows of values that an edit gives, by flat names."""
        value = values[target]
        if target == AGENT:
            return str(values["agent_name"])
        if isinstance(value, int):
            return word_of(target, value, chinese=self._tables.chinese)
        if target == "vip_level" and value in self._tables.levels:
            return self._tables.levels[str(value)].name
        return self.custom(target, str(value)) if target.startswith(LEAD) else str(value)

    def _stage(self, customer: Customer) -> str:
        key = customer.text(STAGE)
        return self._tables.seen.stages[key].name if key in self._tables.seen.stages else key

    def _agent(self, customer: Customer) -> str:
        key = customer.text(AGENT)
        agent = self._tables.seen.agents.get(key)
        if agent is None:
            return customer.text("agent_name") or key
        alone = self._tables.agents.get(agent.name.strip().casefold()) == (key,)
        # One of several of the same name is told by id, so that it is found again.
        return agent.name if alone else key

    def _level(self, customer: Customer) -> str:
        value = customer.text("vip_level")
        return self._tables.levels[value].name if value in self._tables.levels else value

    def _source(self, customer: Customer) -> str:
        value = customer.text("source")
        return self._tables.sources[value].name if value in self._tables.sources else value


def value_of(customer: Customer, target: str) -> str:
    """Return the value of a custom field, "" for none."""
    key = target.removeprefix(LEAD)
    held = customer.fields.get(CUSTOM)
    values = held if isinstance(held, tuple) else ()
    return next((one.value for one in values if isinstance(one, CustomValue) and one.field_id == key), "")


def moment(seconds: int) -> str:
    """Return date and time of day of `seconds` since the epoch, local time; what no calendar has as the number."""
    try:
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds))
    except (OverflowError, OSError, ValueError):
        return str(seconds)


def alike(one: str, other: str) -> bool:
    """Say whether two texts are the same but for what a file cannot hold or a spreadsheet changes unseen."""
    return one == other or _kept(one) == _kept(other)


def _kept(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return (
        whole.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\ufffe", "\ufffd")
        .replace("\uffff", "\ufffd")
        .strip()
    )
