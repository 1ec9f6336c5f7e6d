"""What a listing shows: a search text, conditions that must all hold, and an order."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

TagMode: TypeAlias = Literal["any", "all", "none"]


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field equals one of `values`; "" among them stands for "has none"."""

    field: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The field's time lies in [low, high], seconds since the epoch; None leaves an end open."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Tagged:
    """The customer has any, all or none of the tags (business tags unless `wecom`)."""

    mode: TagMode
    tags: tuple[str, ...]
    wecom: bool = False


@dataclass(frozen=True, slots=True)
class Contains:
    """The text field contains `text`, case and width folded."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """The field has a value (or, with `yes` false, has none)."""

    field: str
    yes: bool = True


Condition: TypeAlias = OneOf | Between | Tagged | Contains | Filled


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by one field; ties by row number."""

    field: str = "updated"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A search text, conditions that must all hold, and an order."""

    text: str = ""
    where: tuple[Condition, ...] = ()
    order: Order = Order()
