"""Every call of document 003 with its example, and how the client makes it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

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
from desktop.domain.customers.customer import CustomValue
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, Label
from desktop.domain.dictionaries import Agent, Stage
from desktop.domain.filters import CustomerFilter, Module, SearchIn
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.behaviour import BehaviourGroup, FollowUpRecord, StageKind

EXAMPLES = Path(__file__).parent / "examples"

ID = "1023046dc7f94c3aa9568e5cc86cfbc7"
OTHER = "f1b8dfc486bd42508edbc80e5c9fd8e9"
AGENT = Agent(OTHER, "admin1", department_path="60b7e31d|bab2c1b0")

FIELDS: dict[str, Any] = {
    "real_name": "stedfss",
    "email": "234468554@qq.com",
    "phone": "13214599999",
    "qq": "10001",
    "wechat": "wx1",
    "docking_id": "partner 1",
    "gender": 2,
    "agent_id": OTHER,
    "agent_name": "admin1",
    "country_id": "101",
    "province_id": "130000",
    "province_name": "Hebei",
    "city_id": "130300",
    "city_name": "Qinhuangdao",
    "district_id": "130302",
    "district_name": "Seaport",
    "note": "🙂 note",
    "enterprise_id": ID,
    "enterprise_name": "Sobot",
    "is_vip": 1,
    "custom_fields": (CustomValue("5445245507ab48b68769093bd413a5c8", "2021", "2021", 5),),
    "app_union_id": "or-MA53W",
    "visitor_ids": "v1",
    "wechat_external_ids": ("e1",),
    "wechat_union_ids": ("u1",),
    "wechat_open_ids": ("o1",),
    "whatsapp_ids": ("w1",),
    "facebook_ids": ("f1",),
    "instagram_ids": ("i1",),
    "line_ids": ("l1",),
    "telegram_ids": ("t1",),
    "discord_ids": ("d1",),
    "timezone_id": "US/Samoa",
    "language": "zh",
}

EVERY_FILTER = CustomerFilter(
    search_in=SearchIn.PHONE,
    search="1321",
    module=Module.FOLLOW_UP,
    tags=(ID, OTHER),
    stage_id=ID,
    agent_id=OTHER,
    blacklisted=False,
    created_from=1625138677,
    created_to=1625397877,
    updated_from=1625138677,
    updated_to=1625397877,
    app_union_id="or-MA53W",
    external_user_id="wmexj",
    development_mode=2,
)


@dataclass(frozen=True)
class Row:
    """A call: the document's section and every parameter given."""

    section: str
    build: Callable[[], Call[Any]]

    @property
    def example(self) -> dict[str, Any]:
        name = "".join(char if char.isalpha() else " " for char in self.section.lower())
        text = (EXAMPLES / f"{'_'.join(name.split())}.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(text)
        return found


ROWS = (
    Row("Get the Access Token Code", lambda: token.get_token("1", 1569397773, "2")),
    Row("Search Time Zone", lambda: dictionaries.time_zones("zh")),
    Row("Search language", lambda: dictionaries.languages("en")),
    Row("Search country", lambda: dictionaries.countries("zh")),
    Row("Query multilingual content detail", lambda: multilingual.multilingual("{dc_test}", ("zh", "en"), True)),
    Row("Create Tag Group Info", lambda: tags.group_save("test", "#345454", True, ("label1", "label2"))),
    Row("Edit Tag Group Info", lambda: tags.group_update(ID + " ", "test123", "#23432", False)),
    Row("Query Tag Group List", lambda: tags.group_list(1, 100)),
    Row("Delete Tag Group Info", lambda: tags.group_remove(ID)),
    Row("Create Tag Info", lambda: tags.tag_save("test", ID, "param")),
    Row("Edit Tag Info", lambda: tags.tag_update(ID, "test", param_name="param")),
    Row("Query Tag List", lambda: tags.tag_list(ID, 1, 100)),
    Row("Delete Tag Info", lambda: tags.tag_remove(ID)),
    Row("Query Customer Tags in Batch", lambda: labels.of([ID, OTHER])),
    Row("Modify Customer Tag", lambda: labels.replace(ID, [Label(OTHER, "label1")])),
    Row("Tag the Business", lambda: labels.change(ID, "union", "external", [OTHER], [ID])),
    Row("Create Customer", lambda: customers.save(CustomerDraft("test20210906005", 2, FIELDS))),
    Row(
        "Edit Customer Info",
        lambda: customers.update(ID, CustomerChanges("test", {**FIELDS, "vip_level": "655779656425532"})),
    ),
    Row(
        "Create Enterprise",
        lambda: customers.enterprise_save(
            EnterpriseDraft(
                "test",
                "130000",
                "Hebei",
                "130300",
                "Qinhuangdao",
                "130302",
                "Seaport",
                ("sobot.io",),
                (CustomValue("5445245507ab48b68769093bd413a5a8", "2023"),),
            )
        ),
    ),
    Row("Assign Customer", lambda: assignment.assign([ID, OTHER], [AGENT], AssignKind.POOL)),
    Row("Recycle to Customer Pool", lambda: assignment.recycle([ID, OTHER], valid=True)),
    Row("Query Customer List", lambda: customers.list_by_page(EVERY_FILTER, 1, 2)),
    Row("Query Customer Details", lambda: customers.detail(ID)),
    Row("Query All Customer Behaviors", lambda: behaviours.behaviours(ID, BehaviourGroup.STATUS, 1, 10)),
    Row("Add Follow-up Record", lambda: follow_up.record_save(FollowUpRecord(ID, "finish"))),
    Row("Query Follow-up Stage", follow_up.stages),
    Row("Set Customer Stage", lambda: follow_up.stage_save(ID, Stage(OTHER, "finish"), StageKind.PROCESS)),
    Row("Customer Assignment Records", lambda: assignment.records(OTHER, 1653580800, 1654185599)),
    Row(
        "Customer Assignment Statistics",
        lambda: assignment.statistics(OTHER, date(2022, 5, 2), date(2022, 6, 2), "+08:00"),
    ),
    Row("Query Customer Source", dictionaries.sources),
    Row("Query Agent List", staff.staff),
    Row("Query Province", dictionaries.provinces),
    Row("Query City", lambda: dictionaries.cities("130000")),
    Row("Query District and County", lambda: dictionaries.districts("130300")),
    Row("Query Customer Custom Field", dictionaries.customer_fields),
    Row("Query Customer Level", dictionaries.vip_levels),
    Row("Query Enterprise Custom Field", dictionaries.enterprise_fields),
    Row(
        "Query the customer list on the blacklist",
        lambda: blacklist.query(ID, BlackType.ONE_DAY, 1710345600, 1714374009, 1, 15),
    ),
    Row("Add to customer blacklist", lambda: blacklist.add(ID, BlackType.FOREVER, "spam")),
    Row("Remove from customer blacklist", lambda: blacklist.remove(ID)),
)
