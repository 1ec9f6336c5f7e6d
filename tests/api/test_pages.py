"""The ways over the pages of a list."""

import asyncio
from contextlib import aclosing

import pytest

from desktop.api.page import Page
from desktop.api.pages import each, pages
from desktop.domain.errors import Busy


class List:
    """A list of numbers, three on a page; `fail_at` is a page that cannot be had."""

    def __init__(self, total: int, *, fail_at: int = 0, claims: int | None = None) -> None:
        self.total = total
        self.fail_at = fail_at
        self.asked: list[int] = []
        self.count = -(-total // 3) if claims is None else claims
        self.under_way = 0
        self.most = 0

    async def page(self, number: int) -> Page[int]:
        self.asked.append(number)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        if number == self.fail_at:
            raise Busy
        first = (number - 1) * 3
        items = tuple(range(first, min(first + 3, self.total)))
        return Page(items, self.total, number, self.count, 3)


@pytest.mark.parametrize("ahead", [0, 1, 4])
@pytest.mark.parametrize("total", [0, 1, 3, 4, 20])
async def test_every_record_comes_once_and_in_order(total: int, ahead: int) -> None:
    source = List(total)
    assert [number async for number in each(source.page, ahead=ahead)] == list(range(total))
    assert len(source.asked) == max(1, source.count)
    assert source.most <= ahead + 1


async def test_a_list_that_claims_more_pages_than_it_has_ends() -> None:
    source = List(4, claims=1000)
    assert [number async for number in each(source.page, ahead=2)] == [0, 1, 2, 3]
    assert max(source.asked) <= 6


async def test_leaving_early_asks_for_nothing_more() -> None:
    source = List(300)
    async with aclosing(pages(source.page, ahead=3)) as read:
        async for page in read:
            if page.number == 2:
                break
    asked = len(source.asked)
    await asyncio.sleep(0.01)
    assert len(source.asked) == asked <= 6
    assert source.under_way == 0


async def test_a_page_that_cannot_be_had_ends_the_way() -> None:
    source = List(30, fail_at=3)
    read = pages(source.page, ahead=2)
    assert [(await anext(read)).number, (await anext(read)).number] == [1, 2]
    with pytest.raises(Busy):
        await anext(read)
