"""Departments and agents: one tree on the wire, two flat lists here (003 "Query Agent List")."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.api.request import Call, Reply, get
from desktop.api.wire.record import records
from desktop.api.wire.values import id_of, int_of, objects, str_of
from desktop.domain.dictionaries import Agent, Department
from desktop.domain.json import Json

_DEPARTMENT = 1
_ADMIN = 1
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Staff:
    """The departments and the agents of an account, in the order of the server's tree."""

    departments: tuple[Department, ...]
    agents: tuple[Agent, ...]


@dataclass(slots=True)
class _Walk:
    departments: list[Department] = field(default_factory=list)
    agents: list[Agent] = field(default_factory=list)

    def visit(self, raw: Mapping[str, Json], parent: str, path: str, depth: int) -> None:
        identity = id_of(raw, "id")
        if not identity or depth > _DEEPEST:
            return
        children = objects(raw.get("sub_list"))
        own_path = str_of(raw, "path")
        # Without a type, what has a path or something below it is a department.
        kind = int_of(raw, "type", _DEPARTMENT if children or own_path else 0)
        if kind == _DEPARTMENT:
            self.departments.append(Department(identity, str_of(raw, "name"), parent, own_path))
        else:
            manager = int_of(raw, "manager", int_of(raw, "manager_flag")) == _ADMIN
            self.agents.append(Agent(identity, str_of(raw, "name"), parent, path, manager, str_of(raw, "image")))
        for child in children:
            self.visit(child, identity, own_path, depth + 1)


def staff() -> Call[Staff]:
    """Build "Query Agent List"."""
    return Call(get("/api/scrm/5/user/user_list"), read_staff)


def read_staff(reply: Reply) -> Staff:
    """Read the tree; an entry without an id is left out with what stands below it."""
    walk = _Walk()
    for raw in objects(records(reply)):
        walk.visit(raw, "", "", 0)
    return Staff(tuple(walk.departments), tuple(walk.agents))
