"""The customers whose stage is set: who they are and where they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain.customers.customer import Customer


@dataclass(frozen=True, slots=True)
class Person:
    """A customer: what it is called, the stage it is in ("" for none)."""

    name: str
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Staged:
    """Some customers by id."""

    people: Mapping[str, Person] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.people)

    @property
    def stage(self) -> str:
        """The stage they are all in, "" when they are in several or in none."""
        stages = {one.stage for one in self.people.values()}
        return stages.pop() if len(stages) == 1 else ""


def staged(customers: Iterable[Customer]) -> Staged:
    """Return customers as the picker needs them."""
    return Staged({one.id: Person(one.name, one.text("stage_id")) for one in customers})
