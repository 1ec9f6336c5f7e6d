"""Every call of document 003 with arguments that a demo server takes, fresh ones each time a call is built."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import httpx

from desktop.api.request import Call
from desktop.api.wire import (
    assignment,
    behaviours,
    blacklist,
    customers,
    dictionaries,
    follow_up,
    labels,
    multilingual,
    staff,
    tags,
    token,
)
from desktop.domain.bans.entry import BlackType
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, Label
from desktop.domain.filters import CustomerFilter, Module
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.behaviour import BehaviourGroup, FollowUpRecord, StageKind
from tests.demo_control import DemoHandle

Build: TypeAlias = Callable[[], Call[Any]]
PREFIX = "/api/scrm/5"


@dataclass(frozen=True, slots=True)
class Made:
    """A call ready to be made: its section in the document, and `endpoint` as the server's ledger names it."""

    section: str
    endpoint: str
    call: Call[Any]

    @property
    def writes(self) -> bool:
        """Whether it may never be sent again without being asked."""
        return not self.call.request.repeatable


class Arguments:
    """What the calls of one demo server speak of; every name it gives is new."""

    def __init__(self, demo: DemoHandle, http: httpx.Client) -> None:
        self._http = http
        self._demo = demo
        self._number = itertools.count(int(time.time() * 1000) % 1_000_000_000)
        self._people = itertools.cycle(demo.ids())
        self.groups = [group.id for group in self._answer(tags.group_list(1, 100)).items if group.multiple]
        self.stage = self._answer(follow_up.stages())[1]
        self.agent = self._answer(staff.staff()).agents[0]
        self.province = self._answer(dictionaries.provinces())[2].id
        waiting = customers.list_by_page(CustomerFilter(module=Module.TO_BE_ASSIGNED), 1, 50)
        self.unassigned = itertools.cycle([one.id for one in self._answer(waiting).items])
        self.city = self._answer(dictionaries.cities(self.province))[0].id

    def _answer(self, call: Call[Any]) -> Any:
        asked = call.request
        path = asked.path.removeprefix(PREFIX)
        return call.decode(self._http.request(asked.method, path, params=asked.params, json=asked.json).json())

    def name(self) -> str:
        """Return a name nobody has."""
        return f"attack {next(self._number)}"

    def person(self) -> str:
        """Return a customer, the next one each time."""
        return next(self._people)

    def token(self) -> Call[Any]:
        """Return the call for a token, signed anew."""
        return token.get_token(self._demo.appid, int(time.time()), self._demo.app_key)

    def banned(self) -> str:
        """Return a customer who was just put on the blacklist."""
        who = self.person()
        self._answer(blacklist.add(who, BlackType.FOREVER, "x"))
        return who

    def group(self) -> str:
        """Return a tag group that was just made."""
        return str(self._answer(tags.group_save(self.name(), "#112233", True, ("a",))))

    def tag(self) -> str:
        """Return a tag that was just made."""
        return str(self._answer(tags.tag_list(self.group(), 1, 10)).items[0].id)


def reads(of: Arguments) -> dict[str, Build]:
    """Return how each call that only reads is built, by its section."""
    now = int(time.time())
    today = datetime.now(UTC).date()
    return {
        "Search Time Zone": lambda: dictionaries.time_zones("zh"),
        "Search language": lambda: dictionaries.languages("en"),
        "Search country": lambda: dictionaries.countries("zh"),
        "Query multilingual content detail": lambda: multilingual.multilingual("{dc_test}", ("zh",), False),
        "Query Tag Group List": lambda: tags.group_list(1, 100),
        "Query Tag List": lambda: tags.tag_list(of.groups[0], 1, 100),
        "Query Customer Tags in Batch": lambda: labels.of([of.person(), of.person()]),
        "Query Customer List": lambda: customers.list_by_page(CustomerFilter(), 1, 50),
        "Query Customer Details": lambda: customers.detail(of.person()),
        "Query All Customer Behaviors": lambda: behaviours.behaviours(
            of.person(), BehaviourGroup.FOLLOW_UP, 1, 50
        ),
        "Query Follow-up Stage": follow_up.stages,
        "Customer Assignment Records": lambda: assignment.records(of.agent.id, now - 86_400, now),
        "Customer Assignment Statistics": lambda: assignment.statistics(
            of.agent.id, today - timedelta(7), today, "+00:00"
        ),
        "Query Customer Source": dictionaries.sources,
        "Query Agent List": staff.staff,
        "Query Province": dictionaries.provinces,
        "Query City": lambda: dictionaries.cities(of.province),
        "Query District and County": lambda: dictionaries.districts(of.city),
        "Query Customer Custom Field": dictionaries.customer_fields,
        "Query Customer Level": dictionaries.vip_levels,
        "Query Enterprise Custom Field": dictionaries.enterprise_fields,
        "Query the customer list on the blacklist": lambda: blacklist.query("", None, None, None, 1, 50),
    }


def writes(of: Arguments) -> dict[str, Build]:
    """Return how each call that changes something is built, by its section; the token call is one of them."""
    return {
        "Get the Access Token Code": of.token,
        "Create Tag Group Info": lambda: tags.group_save(of.name(), "#345454", True, ("a", "b")),
        "Edit Tag Group Info": lambda: tags.group_update(of.groups[0], of.name(), "#123456", True),
        "Delete Tag Group Info": lambda: tags.group_remove(of.group()),
        "Create Tag Info": lambda: tags.tag_save(of.name(), of.groups[0], ""),
        "Edit Tag Info": lambda: tags.tag_update(of.tag(), of.name(), param_name=None),
        "Delete Tag Info": lambda: tags.tag_remove(of.tag()),
        "Modify Customer Tag": lambda: labels.replace(of.person(), [Label(of.tag(), of.name())]),
        "Tag the Business": lambda: labels.change(of.person(), "", "", [of.tag()], []),
        "Create Customer": lambda: customers.save(CustomerDraft(of.name(), 1, {"note": "made"})),
        "Edit Customer Info": lambda: customers.update(
            of.person(), CustomerChanges(of.name(), {"note": "edited"})
        ),
        "Create Enterprise": lambda: customers.enterprise_save(EnterpriseDraft(of.name())),
        "Assign Customer": lambda: assignment.assign([next(of.unassigned)], [of.agent], AssignKind.TO_BE_ASSIGNED),
        "Recycle to Customer Pool": lambda: assignment.recycle([of.person()], valid=True),
        "Add Follow-up Record": lambda: follow_up.record_save(FollowUpRecord(of.person(), of.name())),
        "Set Customer Stage": lambda: follow_up.stage_save(of.person(), of.stage, StageKind.PROCESS),
        "Add to customer blacklist": lambda: blacklist.add(of.person(), BlackType.FOREVER, "spam"),
        "Remove from customer blacklist": lambda: blacklist.remove(of.banned()),
    }


def made(section: str, build: Build) -> Made:
    """Build a call of a section."""
    call = build()
    return Made(section, call.request.path.removeprefix(f"{PREFIX}/").removeprefix("/api/"), call)
