"""The filters of the customer list."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.demo.customers import Customers
from desktop.demo.people import Record
from desktop.demo.tenant import MYSELF

_PARTS = re.compile(r"[,;\s]+")
_STATUS_OF_MODULE = {"2": 1, "3": 2, "4": 3, "5": 4}
_TEXTS = {"1": "nick", "2": "uname", "3": "enterprise_name", "4": "tel", "5": "email"}
_ORDER = tuple(_TEXTS.values())


@dataclass(frozen=True, slots=True)
class Facts:
    """What the filters ask of a customer; `tags` holds business and WeCom tag ids, `texts` what is searched."""

    status: int
    agent: str
    stage: str
    black: bool
    created: int
    tags: frozenset[str]
    texts: tuple[str, ...]
    union: str
    external: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of one request; "" and None leave a filter out."""

    texts: tuple[int, ...] = ()
    text: str = ""
    union: str = ""
    stage: str = ""
    created_from: int | None = None
    created_to: int | None = None
    tags: frozenset[str] = frozenset()
    black: bool | None = None
    status: int = 0
    external: str = ""
    updated_from: int | None = None
    updated_to: int | None = None
    agent: str = ""

    @property
    def by_time_only(self) -> bool:
        """Whether the update time alone decides."""
        return self == Wanted(updated_from=self.updated_from, updated_to=self.updated_to)


def wanted(values: Mapping[str, Any]) -> Wanted:
    """Read the filters from the request's arguments."""
    text = str(values.get("search_value", "")).strip().casefold()
    kind = _TEXTS.get(str(values.get("search_type", "")))
    module = str(values.get("module_type", "1"))
    black = values.get("isblack")
    return Wanted(
        texts=(_ORDER.index(kind),) if text and kind else tuple(range(len(_ORDER))) if text else (),
        text=text,
        union=values.get("wx_build_unionId", ""),
        stage=values.get("stageid", ""),
        created_from=_seconds(values, "create_start_time"),
        created_to=_seconds(values, "create_end_time"),
        tags=frozenset(values.get("user_label", ())),
        black=None if black in {None, ""} else black == "1",
        status=_STATUS_OF_MODULE.get(module, 0),
        external=values.get("external_userid", ""),
        updated_from=_seconds(values, "update_start_time"),
        updated_to=_seconds(values, "update_end_time"),
        agent=MYSELF.id if module == "6" else values.get("liable_serviceid", ""),
    )


def _seconds(values: Mapping[str, Any], name: str) -> int | None:
    text = str(values.get(name, "")).strip()
    return int(text) if text.isascii() and text.isdigit() else None


class Finder:
    """Answers filtered lists; what it must know of every customer is read once and kept up to date."""

    def __init__(self, customers: Customers) -> None:
        self._customers = customers
        self._facts: dict[int, Facts] = {}
        self._dead: set[str] = set()
        self._last: tuple[Wanted, int, list[int]] | None = None

    def page(self, wanted: Wanted, start: int, size: int) -> tuple[list[int], int]:
        """Return the customers' numbers on a page, the last updated first, and how many there are in all."""
        if wanted.by_time_only:
            return self._customers.slice(wanted.updated_from, wanted.updated_to, start, size)
        found = self.matching(wanted)
        return found[start : start + size], len(found)

    def matching(self, wanted: Wanted) -> list[int]:
        """Return the number of every customer wanted, the last updated first."""
        version = self._customers.version
        if self._last is None or self._last[:2] != (wanted, version):
            found = [
                number
                for number in self._customers.between(wanted.updated_from, wanted.updated_to)
                if _fits(self.facts(number), wanted)
            ]
            self._last = (wanted, version, found)
        return self._last[2]

    def drop_tags(self, tags: Collection[str]) -> None:
        """Forget that anybody had these tags: they are no more."""
        self._dead.update(tags)
        for number, facts in self._facts.items():
            if not facts.tags.isdisjoint(tags):
                self._facts[number] = replace(facts, tags=facts.tags - self._dead)

    def by_contact(self, phone: str, email: str) -> int | None:
        """Return who has this phone or else this e-mail, None when nobody has."""
        for place, text in ((3, phone), (4, email)):
            wanted = set(_PARTS.split(text.casefold().strip())) - {""}
            for number in self._customers.numbers() if wanted else ():
                if not wanted.isdisjoint(_PARTS.split(self.facts(number).texts[place])):
                    return number
        return None

    def by_wechat(self, union: str, external: str) -> int | None:
        """Return who has this unionid or external userid, None when nobody has."""
        for number in self._customers.numbers():
            facts = self.facts(number)
            if (union and facts.union == union) or (external and facts.external == external):
                return number
        return None

    def facts(self, number: int) -> Facts:
        """Return what the filters ask of a customer."""
        while self._customers.touched:
            self._facts.pop(self._customers.touched.pop(), None)
        found = self._facts.get(number)
        if found is None:
            found = _facts(self._customers.record(number), self._customers.stage(number), self._dead)
            self._facts[number] = found
        return found


def _facts(record: Record, stage: str, dead: set[str]) -> Facts:
    labels = f"{record.get('biz_label', '')},{record.get('user_label', '')}"
    return Facts(
        status=record["crm_status"],
        agent=record.get("liable_serviceid", ""),
        stage=stage,
        black=record["user_status"] == 1,
        created=record["create_time"],
        tags=frozenset(labels.split(",")) - dead - {""},
        texts=tuple(str(record.get(name, "")).casefold() for name in _ORDER),
        union=record.get("wx_build_unionid", ""),
        external=record.get("external_userid", ""),
    )


def _fits(facts: Facts, wanted: Wanted) -> bool:
    return (
        _same(wanted.status, facts.status)
        and _same(wanted.agent, facts.agent)
        and _same(wanted.stage, facts.stage)
        and _same(wanted.union, facts.union)
        and _same(wanted.external, facts.external)
        and (wanted.black is None or wanted.black == facts.black)
        and _since(wanted, facts.created)
        and (not wanted.tags or not wanted.tags.isdisjoint(facts.tags))
        and (not wanted.text or any(wanted.text in facts.texts[place] for place in wanted.texts))
    )


def _same(wanted: object, own: object) -> bool:
    return not wanted or wanted == own


def _since(wanted: Wanted, created: int) -> bool:
    early = wanted.created_from is not None and created < wanted.created_from
    return not early and (wanted.created_to is None or created <= wanted.created_to)
