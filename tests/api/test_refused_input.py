"""What cannot be right is refused before anything is sent."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.api.request import Call
from desktop.api.wire import assignment, behaviours, blacklist, customers, dictionaries, follow_up, labels, tags
from desktop.domain.bans.entry import BlackType
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, Label
from desktop.domain.dictionaries import Agent, Stage
from desktop.domain.errors import InvalidInput, Sent
from desktop.domain.filters import CustomerFilter, SearchIn
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.behaviour import FollowUpRecord, StageKind
from desktop.domain.ids import checked_id
from tests.api.calls import ID, OTHER

BAD_IDS = (
    "",
    " ",
    "..",
    "a/b",
    "../../etc",
    "a?b",
    "a#b",
    "a%2fb",
    "é",
    "a b",
    "a\x00",
    "a\nb",
    "x" * 65,
    "٣",
    "a,b",
)

BUILDERS: dict[str, Callable[[str], Call[Any]]] = {
    "group_update": lambda bad: tags.group_update(bad, "n", None, None),
    "group_remove": tags.group_remove,
    "tag_list": lambda bad: tags.tag_list(bad, 1, 10),
    "tag_save": lambda bad: tags.tag_save("n", bad, ""),
    "tag_update": lambda bad: tags.tag_update(bad, "n", None),
    "tag_remove": tags.tag_remove,
    "userlabels": lambda bad: labels.of([ID, bad]),
    "update_userlabel": lambda bad: labels.replace(bad, []),
    "update_userlabel tag": lambda bad: labels.replace(ID, [Label(bad, "n")]),
    "update_biz_label": lambda bad: labels.change(bad, "", "", [ID], []),
    "update_biz_label add": lambda bad: labels.change(ID, "", "", [bad], []),
    "update_biz_label remove": lambda bad: labels.change(ID, "", "", [], [bad]),
    "detail": customers.detail,
    "update": lambda bad: customers.update(bad, CustomerChanges("n")),
    "list tags": lambda bad: customers.list_by_page(CustomerFilter(tags=(bad,)), 1, 10),
    "assign": lambda bad: assignment.assign([bad], [Agent(ID, "n")], AssignKind.POOL),
    "assign agent": lambda bad: assignment.assign([ID], [Agent(bad, "n")], AssignKind.POOL),
    "confirm": lambda bad: assignment.recycle([bad], valid=True),
    "records": lambda bad: assignment.records(bad, 1, 2),
    "statistics": lambda bad: assignment.statistics(bad, date(2022, 5, 1), date(2022, 5, 2), ""),
    "behaviours": lambda bad: behaviours.behaviours(bad, None, 1, 10),
    "record_save": lambda bad: follow_up.record_save(FollowUpRecord(bad, "c")),
    "stage_save": lambda bad: follow_up.stage_save(bad, Stage(ID, "n"), StageKind.PROCESS),
    "stage_save stage": lambda bad: follow_up.stage_save(ID, Stage(bad, "n"), StageKind.PROCESS),
    "city": dictionaries.cities,
    "area": dictionaries.districts,
    "add_black_list": lambda bad: blacklist.add(bad, BlackType.ONE_DAY, "r"),
    "remove_black_list": blacklist.remove,
}

OPTIONAL: dict[str, Callable[[str], Call[Any]]] = {
    "list stage": lambda bad: customers.list_by_page(CustomerFilter(stage_id=bad), 1, 10),
    "list agent": lambda bad: customers.list_by_page(CustomerFilter(agent_id=bad), 1, 10),
    "blacklist": lambda bad: blacklist.query(bad, None, None, None, 1, 10),
    "save province": lambda bad: customers.save(CustomerDraft("n", 1, {"province_id": bad})),
    "enterprise city": lambda bad: customers.enterprise_save(EnterpriseDraft("n", city_id=bad)),
}


@pytest.mark.parametrize("bad", BAD_IDS, ids=ascii)
@pytest.mark.parametrize("name", BUILDERS)
def test_ids_outside_the_allow_list(name: str, bad: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        BUILDERS[name](bad)
    assert raised.value.reason in {"bad_id", "empty"}
    assert raised.value.sent is Sent.NO


@pytest.mark.parametrize("bad", BAD_IDS[2:], ids=ascii)
@pytest.mark.parametrize("name", OPTIONAL)
def test_optional_ids_outside_the_allow_list(name: str, bad: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        OPTIONAL[name](bad)
    assert raised.value.reason == "bad_id"


def test_the_documents_own_ids_have_blanks_at_their_end() -> None:
    assert checked_id("id", "221542acc9cb4e259530719eb1de21c2 ") == "221542acc9cb4e259530719eb1de21c2"
    assert len(checked_id("id", "x" * 64)) == 64


@pytest.mark.parametrize(
    ("build", "field", "reason"),
    [
        (lambda: tags.group_list(0, 10), "page", "page"),
        (lambda: tags.group_list(1, 1001), "page", "page"),
        (lambda: tags.tag_save(" ", ID, ""), "name", "empty"),
        (lambda: labels.of([]), "customer_ids", "empty"),
        (lambda: labels.change("", "", "", [ID], []), "customer_id", "empty"),
        (lambda: labels.change(ID, "", "", [], []), "tags", "empty"),
        (lambda: assignment.assign([ID], [], AssignKind.POOL), "agents", "empty"),
        (lambda: assignment.records(ID, 2, 1), "end", "range_reversed"),
        (lambda: assignment.statistics(ID, date(2022, 5, 2), date(2022, 5, 1), ""), "last", "range_reversed"),
        (lambda: assignment.statistics(ID, date(2022, 5, 2), date(2022, 6, 3), ""), "last", "longer_than_month"),
        (lambda: assignment.statistics(ID, date(2022, 5, 2), date(2022, 5, 3), "CET"), "zone", "time_zone"),
        (lambda: customers.list_by_page(CustomerFilter(search="x"), 1, 1), "search", "search_incomplete"),
        (
            lambda: customers.list_by_page(CustomerFilter(search_in=SearchIn.PHONE), 1, 1),
            "search",
            "search_incomplete",
        ),
        (lambda: customers.save(CustomerDraft("", 1)), "nickname", "empty"),
        (lambda: customers.save(CustomerDraft("x" * 51, 1)), "nickname", "too_long"),
        (lambda: customers.save(CustomerDraft("x", 5)), "status", "wrong_kind"),
        (lambda: customers.save(CustomerDraft("x", 3)), "agent_id", "agent_needed"),
        (lambda: customers.save(CustomerDraft("x", 1, {"real_name": "x" * 51})), "real_name", "too_long"),
        (lambda: customers.save(CustomerDraft("x", 1, {"updated": 5})), "updated", "not_editable"),
        (lambda: customers.save(CustomerDraft("x", 1, {"vip_level": "5"})), "vip_level", "not_editable"),
        (lambda: customers.save(CustomerDraft("x", 1, {"gender": "m"})), "gender", "wrong_kind"),
        (lambda: customers.save(CustomerDraft("x", 1, {"phone": 5})), "phone", "wrong_kind"),
        (lambda: customers.save(CustomerDraft("x", 1, {"line_ids": "a"})), "line_ids", "wrong_kind"),
        (lambda: customers.save(CustomerDraft("x", 1, {"custom_fields": ("a",)})), "custom_fields", "wrong_kind"),
        (lambda: blacklist.add(ID, BlackType.FOREVER, " "), "reason", "empty"),
        (lambda: follow_up.record_save(FollowUpRecord(OTHER, "")), "content", "empty"),
    ],
)
def test_what_the_document_rules_out(build: Callable[[], Call[Any]], field: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        build()
    assert (raised.value.field, raised.value.reason) == (field, reason)
