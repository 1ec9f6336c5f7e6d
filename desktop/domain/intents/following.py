"""Edits that follow a customer up: stages, records, assignment, the pool."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.edits.lanes import OfCustomer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStage(OfCustomer):
    """Put a customer into a stage. `type` is a value of `behaviour.StageKind`."""

    op: ClassVar[str] = "set_stage"
    customer: str
    stage: str
    type: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRecord(OfCustomer):
    """Write a follow-up record."""

    op: ClassVar[str] = "add_record"
    customer: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(OfCustomer):
    """Give a customer to agents. `kind` is a value of `assignment.AssignKind`."""

    op: ClassVar[str] = "assign"
    customer: str
    agents: tuple[str, ...]
    kind: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recycle(OfCustomer):
    """Put a customer back into the pool, or away as invalid."""

    op: ClassVar[str] = "recycle"
    customer: str
    valid: bool = True
