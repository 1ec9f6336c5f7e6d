"""Every method of every section against the demo server: what it changes is there afterwards."""

import inspect
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from desktop.api.client import SobotClient
from desktop.api.width import START
from desktop.domain.bans.entry import BlackType
from desktop.domain.customers.customer import CustomValue
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, Label
from desktop.domain.errors import Rejected
from desktop.domain.filters import CustomerFilter, Module, SearchIn
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.behaviour import BehaviourGroup, FollowUpRecord, StageKind
from tests.demo_control import DemoHandle


async def test_dictionaries(client: SobotClient) -> None:
    words = client.dictionaries
    assert any(source.value == "9" for source in await words.sources())
    assert await words.vip_levels()
    assert {field.type for field in await words.customer_fields()} >= {1, 6, 7, 8, 9}
    assert await words.enterprise_fields()
    assert await words.time_zones()
    assert any(language.code == "zh" for language in await words.languages())
    assert await words.countries()
    staff = await words.staff()
    departments = {department.id for department in staff.departments}
    assert staff.agents
    assert all(agent.department_id in departments for agent in staff.agents)


async def test_regions(client: SobotClient) -> None:
    provinces = await client.dictionaries.provinces()
    cities = await client.dictionaries.cities(provinces[2].id)
    districts = await client.dictionaries.districts(cities[0].id)
    assert all(city.parent_id == provinces[2].id for city in cities)
    assert districts
    assert all(district.parent_id == cities[0].id for district in districts)


async def test_names_come_in_the_clients_language(clients: "type[SobotClient]") -> None:
    english, chinese = clients(language="en"), clients(language="zh")
    assert await english.dictionaries.sources() != await chinese.dictionaries.sources()


async def test_multilingual(client: SobotClient) -> None:
    content = await client.dictionaries.multilingual("{dc_test}", ("zh",))
    assert content.placeholder == "{dc_test}"
    assert set(content.translations) == {"zh"}


async def test_tags_from_creation_to_removal(client: SobotClient) -> None:
    group_id = await client.tag_groups.save("Fresh", "#09aeb0", ["a", "b"], multiple=False)
    groups = {group.id: group async for group in client.tag_groups.all()}
    assert (groups[group_id].name, groups[group_id].multiple) == ("Fresh", False)
    await client.tag_groups.update(group_id, "Fresher", color="#112233", multiple=True)
    page = await client.tag_groups.list(size=100)
    assert next(group for group in page.items if group.id == group_id).name == "Fresher"
    await client.tags.save("c", group_id, "param_c")
    found = {tag.name: tag async for tag in client.tags.all(group_id)}
    assert set(found) == {"a", "b", "c"}
    await client.tags.update(found["a"].id, "aa", param_name="param_a")
    await client.tags.remove(found["b"].id)
    assert {tag.name for tag in (await client.tags.list(group_id)).items} == {"aa", "c"}
    await client.tag_groups.remove(group_id)
    with pytest.raises(Rejected) as raised:
        await client.tag_groups.remove(group_id)
    assert raised.value.ret_code == "510001"


async def test_tags_on_customers(client: SobotClient, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    group_id = await client.tag_groups.save("On customers", "#09aeb0", ["x", "y"])
    tags = {tag.name: tag async for tag in client.tags.all(group_id)}
    await client.labels.change(customer, add=[tags["x"].id])
    (labels,) = await client.labels.of([customer])
    assert tags["x"].id in {label.id for label in labels.labels}
    await client.labels.replace(customer, [Label(tags["y"].id, "y")])
    (labels,) = await client.labels.of([customer])
    assert [label.id for label in labels.labels] == [tags["y"].id]
    await client.labels.change(customer, remove=[tags["y"].id])
    assert all(not entry.labels for entry in await client.labels.of([customer]))


async def test_a_customer_from_creation_to_change(client: SobotClient) -> None:
    fields = await client.dictionaries.customer_fields()
    text = next(field for field in fields if field.type == 1)
    number = next(field for field in fields if field.type == 5)
    draft = CustomerDraft(
        "新客户🙂",
        2,
        {"email": "new@example.com", "gender": 1, "custom_fields": (CustomValue(text.id, "first"),)},
    )
    saved = await client.customers.save(draft)
    assert saved.action == "add"
    await client.customers.update(
        saved.id, CustomerChanges("renamed", {"custom_fields": (CustomValue(number.id, "7"),)})
    )
    customer = await client.customers.detail(saved.id)
    assert customer
    assert (customer.text("nickname"), customer.text("email")) == ("renamed", "new@example.com")
    customs = customer.fields["custom_fields"]
    assert isinstance(customs, tuple)
    assert {entry.value for entry in customs if isinstance(entry, CustomValue)} == {"first", "7"}
    again = await client.customers.save(draft)
    assert (again.id, again.action) == (saved.id, "update")


async def test_every_filter_narrows_the_list(client: SobotClient, demo_server: DemoHandle) -> None:
    everyone = await client.customers.list(size=5)
    assert everyone.total == 500
    assert len(everyone.items) == 5
    newest = demo_server.customer(demo_server.ids()[0])
    found = await client.customers.list(CustomerFilter(search_in=SearchIn.NICKNAME, search=newest["nick"]))
    assert newest["id"] in {customer.id for customer in found.items}
    stage = (await client.follow_up.stages())[0]
    for wanted in (
        CustomerFilter(module=Module.FOLLOW_UP),
        CustomerFilter(stage_id=stage.id),
        CustomerFilter(blacklisted=True),
        CustomerFilter(updated_from=newest["update_time"]),
        CustomerFilter(updated_to=newest["update_time"] - 1),
    ):
        page = await client.customers.list(wanted, size=1)
        assert page.total is not None
        assert page.total < 500
    follow_up = await client.customers.list(CustomerFilter(module=Module.FOLLOW_UP))
    assert {customer.number("status") for customer in follow_up.items} == {3}


async def test_all_pages_bring_every_customer_once(client: SobotClient, demo_server: DemoHandle) -> None:
    seen = Counter([one.id async for page in client.customers.pages(size=70, ahead=3) for one in page.items])
    assert seen == Counter(demo_server.ids())
    assert demo_server.most_in_flight() <= START


async def test_what_happens_with_a_customer(client: SobotClient, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    stages = await client.follow_up.stages()
    await client.follow_up.set_stage(customer, stages[1], StageKind.PROCESS)
    assert demo_server.stage(customer) == stages[1].id
    await client.follow_up.add_record(FollowUpRecord(customer, "called, will call again"))
    records = await client.follow_up.behaviours(customer, BehaviourGroup.FOLLOW_UP)
    assert any("called, will call again" in str(entry.content) for entry in records.items)
    history = [entry async for entry in client.follow_up.history(customer)]
    assert len(history) >= len(records.items)
    assert all(abs(entry.at) < 10**11 for entry in history)


async def test_who_looks_after_whom(client: SobotClient) -> None:
    agents = (await client.dictionaries.staff()).agents
    waiting = await client.customers.list(CustomerFilter(module=Module.TO_BE_ASSIGNED), size=2)
    ids = [customer.id for customer in waiting.items]
    before = int(time.time()) - 60
    await client.assignment.assign(ids, agents[:1], AssignKind.TO_BE_ASSIGNED)
    records = await client.assignment.records(agents[0].id, before, before + 3600)
    assert {record.customer_id for record in records.items} >= set(ids)
    today = datetime.now(UTC).date()
    counts = await client.assignment.statistics(agents[0].id, today - timedelta(30), today, zone="+00:00")
    assert sum(count.count for count in counts) >= len(ids)
    await client.assignment.recycle(ids, valid=True)
    pool = await client.customers.detail(ids[0])
    assert pool
    assert pool.number("status") == 4


async def test_the_blacklist(client: SobotClient, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    await client.blacklist.add(customer, BlackType.FOREVER, "spam")
    (entry,) = (await client.blacklist.list(customer_id=customer)).items
    assert (entry.type, entry.reason, entry.until, entry.active) == (BlackType.FOREVER, "spam", None, True)
    assert (await client.blacklist.list(kind=BlackType.FOREVER, start=0, end=2**31)).total
    await client.blacklist.remove(customer)
    assert not any(entry.active for entry in (await client.blacklist.list(customer_id=customer)).items)


async def test_an_enterprise(client: SobotClient) -> None:
    assert await client.enterprises.save(EnterpriseDraft("Example Ltd", domains=("example.com",)))


async def test_a_customer_that_is_no_more(client: SobotClient, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    demo_server.remove(customer)
    assert await client.customers.detail(customer) is None


def test_every_public_method_says_where_in_the_document_it_comes_from(client: SobotClient) -> None:
    sections = [value for name, value in vars(client).items() if not name.startswith("_")]
    methods = [
        method
        for section in sections
        for name, method in inspect.getmembers(section, inspect.isroutine)
        if not name.startswith("_")
    ]
    # All calls but the token one, and four ways over pages.
    assert len(methods) == 39 + 4
    assert [method for method in methods if '(003 "' not in (method.__doc__ or "")] == []
