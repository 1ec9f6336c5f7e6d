"""Who has a phone or an e-mail already, here and on the server, each exactly; what a new customer would change."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.domain.customers.contacts import Difference, differences, has_contact
from desktop.domain.customers.customer import Customer
from desktop.domain.intents.customers import CreateCustomer
from desktop.workspace.lookups.duplicates import Duplicate, Duplicates, Found
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import pushing


@pytest.mark.parametrize(
    ("held", "wanted", "same"),
    [
        ("13800001111", "+86 138-0000-1111", True),
        ("0086 13800001111", "138 0000 1111", True),
        ("13800001111;13900001111", "13900001111", True),
        ("138000011112", "13800001111", False),
        ("8613800001111", "13800001111", False),
        ("110", "110", True),
        ("", "", False),
    ],
)
def test_phones_are_the_same_however_they_are_written(held: str, wanted: str, same: bool) -> None:
    assert has_contact(Customer("c", {"phone": held}), "phone", wanted) == same


def test_what_a_new_customer_would_change_is_told_without_what_the_server_leaves_alone() -> None:
    there = Customer("c", {"nickname": "Ann", "note": "n", "status": 3, "line_ids": ("a",)})
    values = {"nickname": "Bob", "status": 1, "note": "n", "qq": "", "line_ids": ("a", "b"), "custom_fields": {}}
    assert differences(there, values) == (
        Difference("nickname", "Ann", "Bob"),
        Difference("line_ids", ["a"], ["a", "b"]),
    )


async def test_the_cache_and_the_server_are_searched(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=10)
    here, there = demo_server.ids()[:2]
    demo_server.change(here, tel="13800001111")
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.change(there, email="Same@Example.com", countryid="156")
        duplicates = Duplicates(rig.account.files)
        alone = await duplicates.find("138 0000 1111", "same@example.com")
        assert not alone.asked
        assert [(one.customer.id, one.by) for one in alone.duplicates] == [(here, ("phone",))]
        duplicates.server = rig.client.customers
        both = await duplicates.find("13800001111", "same@example.com")
        assert both.asked
        assert {one.customer.id: one.by for one in both.duplicates} == {here: ("phone",), there: ("email",)}
        whole = next(one.customer for one in both.duplicates if one.customer.id == there)
        assert whole.text("country_id") == "156"
        assert await duplicates.find("1380000111", "") == Found(asked=True)
        demo_server.misbehave("error_before", "*/list_by_page", status=404)
        assert (await duplicates.find("13800001111", "")).asked is False


def known(duplicates: Duplicates) -> "asyncio.Future[Found]":
    heard: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
    duplicates.known("13800001111", "", heard.set_result)
    return heard


async def test_a_customer_that_was_not_sent_yet_counts(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.submit(CreateCustomer(set={"nickname": "Fresh", "status": 1, "phone": "13800001111"}))
        # The edit is on the disk; the row of the customer to be follows in the cache's own time.
        duplicates: Sequence[Duplicate] = ()
        for _ in range(1_000):
            duplicates = (await known(Duplicates(rig.account.files))).duplicates
            if duplicates:
                break
            await asyncio.sleep(0.01)
        (found,) = duplicates
        assert isinstance(found, Duplicate)
        assert found.customer.name == "Fresh"
