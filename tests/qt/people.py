"""Rows that look like an account's, made by arithmetic: for the gallery, the tests and the benchmark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.qt.chips import Chip
from desktop.qt.columns import Column, Kind, Mark
from desktop.workspace.listing.events import (
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡"
GIVEN = ("伟", "芳", "秀英", "敏", "静", "丽娟", "强", "磊", "洋", "艳", "勇", "杰", "子涵", "一诺", "雨桐")
ENGLISH = ("Amelia Hart", "Noah Becker", "Olivia Tan", "Liam O'Connor", "Sofia Rossi", "Ethan Wright")
STAGES = ("New", "First contact", "Intention", "Negotiation", "Won", "Lost")
AGENTS = ("Grace Liu", "Tom Fischer", "陈晓", "Mei Lin", "")
TAGS = (
    Chip("High value", "#E5484D"),
    Chip("续费客户", "#2FA968"),
    Chip("Trial", "#F2A33A"),
    Chip("VIP群", "#8E4EC6"),
    Chip("Complaint", "#FFEB3B"),
    Chip("Wholesale", "#0091FF"),
    Chip("广州展会2025", "not a colour"),
    Chip("企微好友", "#12A594", wecom=True),
    Chip("朋友圈", "", wecom=True),
)
FIELDS = ("name", "phone", "tags", "stage", "agent", "company", "email", "updated", "visits", "vip", "blocked")


@dataclass(frozen=True, slots=True)
class Person:
    key: int
    id: str
    values: tuple[Any, ...]


def person(number: int) -> Person:
    mixed = number * 2654435761 % 2**32
    chinese = FAMILY[mixed % 15] + GIVEN[mixed // 15 % 15]
    name = ENGLISH[mixed // 7 % 6] if mixed % 4 == 0 else chinese
    phone = f"1{3 + mixed % 6}{mixed // 3 % 10} {mixed // 11 % 10000:04} {mixed // 77 % 10000:04}"
    tags = tuple(TAGS[(mixed // 5 + step * 4) % 9] for step in range(mixed // 9 % 5))
    return Person(
        number,
        f"id{number}",
        (
            name,
            phone,
            tags,
            STAGES[mixed // 13 % 6],
            AGENTS[mixed // 17 % 5],
            f"{chinese[0]}氏国际贸易有限公司 Trading {mixed % 900}",
            f"user{mixed % 100000}@example.com",
            f"{mixed % 58 + 1} min ago",
            mixed // 19 % 4000,
            mixed % 9 == 0,
            mixed % 31 == 0,
        ),
    )


def columns() -> tuple[Column, ...]:
    return (
        Column(
            "name", "Name", fields=("name", "vip", "blocked"), format=lambda name, *_: name, marks=_marks,
            sort="name", strong=True, width=180,
        ),
        Column("phone", "Phone", Kind.DIGITS, sort="phone", width=140),
        Column("tags", "Tags", Kind.CHIPS, format=_tag_words, chips=lambda tags: tags or (), width=230),
        Column("stage", "Stage", sort="stage", width=120),
        Column("agent", "Agent", sort="agent", width=120),
        Column("company", "Company", sort="company", width=190),
        Column("email", "E-mail", width=180, hidden=True),
        Column("visits", "Visits", Kind.NUMBER, sort="visits", width=80),
        Column(
            "updated", "Updated", Kind.TIME, exact=lambda text: f"2026-03-04 10:42 ({text})", sort="updated",
            tone="secondary", width=110,
        ),
    )  # fmt: skip


def _tag_words(tags: Sequence[Chip] | None) -> str:
    return ", ".join(chip.text for chip in tags or ())


def _marks(_name: str, vip: bool, blocked: bool) -> list[Mark]:
    marks = [Mark("vip", "warning", "VIP")] if vip else []
    return [*marks, Mark("ban", "danger", "On the blacklist")] if blocked else marks


class People:
    """A row source of so many people; rows in `missing` are not there until `arrive`, with `late` nor are ids."""

    columns = FIELDS

    def __init__(self, count: int, missing: range = range(0), *, late: bool = False) -> None:
        self._numbers: Sequence[int] = range(count)
        self._missing = missing
        self._late = late
        self._held: dict[int, Person] = {}
        self._listeners: list[Listener] = []
        self.wanted: list[tuple[int, int]] = []
        self._asked: list[Callable[[Sequence[str]], None]] = []

    @property
    def count(self) -> int:
        return len(self._numbers)

    def row(self, index: int) -> Person | None:
        number = self._numbers[index]
        if number in self._missing:
            return None
        if number not in self._held:
            self._held[number] = person(number)
        return self._held[number]

    def want(self, first: int, last: int) -> None:
        self.wanted.append((first, last))

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        self._asked.append(answer)
        if not self._late:
            self._answer()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def insert(self, first: int, numbers: Sequence[int]) -> None:
        self._numbers = [*self._numbers[:first], *numbers, *self._numbers[first:]]
        self._tell(RowsInserted(first, len(numbers)))

    def remove(self, first: int, count: int) -> None:
        self._numbers = [*self._numbers[:first], *self._numbers[first + count :]]
        self._tell(RowsRemoved(first, count))

    def replace(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self._tell(ResultReset())

    def arrive(self) -> None:
        missing, self._missing, self._late = self._missing, range(0), False
        self._tell(RowsChanged(missing.start, missing.stop - 1))
        self._answer()

    def _answer(self) -> None:
        asked, self._asked = self._asked, []
        for answer in asked:
            answer([f"id{number}" for number in self._numbers])

    def _tell(self, event: ListingEvent) -> None:
        for listener in tuple(self._listeners):
            listener(event)
