"""The form in which the document's parameter tables are typed: one line a parameter."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Travels: TypeAlias = Literal["path", "query", "body"]
Kind: TypeAlias = Literal["String", "Integer", "Long", "List", "Ids", "Json"]

_LINE = re.compile(r"(?P<name>\w+) (?P<kind>[A-Z]\w+)(?P<required>!?)(?P<rest>.*)")
_LIMIT = re.compile(r" <=(\d+)")
_CHOICE = re.compile(r" in (\S+)")
_SHAPE = re.compile(r" of (\w+)")


@dataclass(frozen=True, slots=True)
class Param:
    """One row of a parameter table.

    `kind`: String, Integer, Long, List (of strings, or of what `shape` names), Ids (a list that is the whole
    body), Json (a list inside a string). `choices`: the values allowed; `limit`: the most characters.
    """

    name: str
    kind: Kind
    travels: Travels
    required: bool = False
    limit: int = 0
    choices: frozenset[str] = frozenset()
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the document: its section, method, path (with the path parameter in braces) and parameters.

    `paths` holds, where the table's path and the shown one differ, both: in the second the id travels in
    the query.
    `conditions` are what no single row can hold: "a|b" needs one of them, "a=3:b" needs b when a is 3.
    """

    section: str
    method: str
    paths: tuple[str, ...]
    params: tuple[Param, ...]
    writes: bool = False
    token: bool = True
    conditions: tuple[str, ...] = ()

    @property
    def endpoint(self) -> str:
        """The path without prefix and parameter: what the ledger calls this call."""
        return self.paths[0].partition("/{")[0].removeprefix("/api/scrm/5/").removeprefix("/api/")

    @property
    def whole_body(self) -> Param | None:
        """The list that stands for the whole body, where there is one."""
        return next((param for param in self.params if param.kind == "Ids"), None)


def rows(travels: Travels, text: str) -> tuple[Param, ...]:
    """Read table rows typed as `name Kind[!] [<=limit] [in a|b] [of shape]`; `!` marks the required."""
    return tuple(_row(travels, line.strip()) for line in text.strip().splitlines())


def _row(travels: Travels, line: str) -> Param:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a table row: {line}")
    rest = match["rest"]
    limit, choice, shape = _LIMIT.search(rest), _CHOICE.search(rest), _SHAPE.search(rest)
    return Param(
        name=match["name"],
        kind=match["kind"],  # type: ignore[arg-type]
        travels=travels,
        required=bool(match["required"]),
        limit=int(limit[1]) if limit else 0,
        choices=frozenset(choice[1].split("|")) if choice else frozenset(),
        shape=shape[1] if shape else "",
    )
