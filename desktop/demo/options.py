"""What a demo server can be told at its start or at a reset."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Literal


class BadOption(ValueError):
    """An option that does not exist or a value it cannot take."""


@dataclass(frozen=True, slots=True)
class Quirks:
    """Where the document contradicts itself or real replies are odd: which way the server goes.

    `counters`: page counters as numbers (the examples) or strings (the tables).
    `detail`: customer detail in snake case (the example) or camel case (the table); "table" leaves out what the
    table does not name as well: status and agent.
    `biz_content`: behaviour content as an object (the example) or as JSON in a string (the table).
    `page_no`: whether the customer list echoes its page number (the example does not).
    `scalars`: numbers of a list row as in the examples, all as strings, or either by row.
    `colours`: whether some tag groups have invalid colours.
    `blanks`: whether `create_time` strings of tags hold stray blanks.
    `bans`: what a ban of somebody who is banned already does: its time begins anew, or the old end is kept.
    `gone`: how `detail` answers for a customer that is no more: no item, a record with status 9, or 500001.
    """

    counters: Literal["number", "string"] = "number"
    detail: Literal["snake", "camel", "table"] = "snake"
    biz_content: Literal["object", "string"] = "object"
    page_no: bool = False
    scalars: Literal["example", "string", "mixed"] = "example"
    colours: Literal["mixed", "valid"] = "mixed"
    blanks: bool = True
    bans: Literal["anew", "kept"] = "anew"
    gone: Literal["null", "status", "refused"] = "null"


_CHOICES: Mapping[str, tuple[object, ...]] = {
    "counters": ("number", "string"),
    "detail": ("snake", "camel", "table"),
    "biz_content": ("object", "string"),
    "page_no": (False, True),
    "scalars": ("example", "string", "mixed"),
    "colours": ("mixed", "valid"),
    "blanks": (False, True),
    "bans": ("anew", "kept"),
    "gone": ("null", "status", "refused"),
    "tokens": ("one", "many"),
    "warm": ("", "zh", "en"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How a server behaves.

    `tokens`: "one" makes each new token kill the one before, "many" lets all live their time.
    `sign_tolerance`: seconds `create_time` of get_token may differ from the server's clock.
    `page_cap`: the most customers a page holds, whatever is asked for.
    `warm`: make the rows of the list at the start, not when first asked for (100,000 take some 3 s and 140 MB).
    `today`: the newest time in generated data, seconds; 0 takes the start of the current day (UTC).
    """

    customers: int = 500
    seed: int = 1
    appid: str = "demo"
    app_key: str = "demo-key"
    tokens: Literal["one", "many"] = "one"
    token_seconds: int = 86400
    sign_tolerance: int = 300
    page_cap: int = 100
    today: int = 0
    warm: Literal["", "zh", "en"] = ""
    quirks: Quirks = field(default_factory=Quirks)

    def changed(self, values: Mapping[str, object]) -> "Options":
        """Return these options with `values` (quirks among them, by name) put in; raises BadOption."""
        quirks = {name: value for name, value in values.items() if name in _QUIRKS}
        own = {name: value for name, value in values.items() if name not in _QUIRKS}
        for name, value in values.items():
            _check(name, value)
        return replace(self, **own, quirks=replace(self.quirks, **quirks))  # type: ignore[arg-type]

    def as_dict(self) -> dict[str, object]:
        """Return every option by name, quirks flattened, fit for `changed`."""
        values = asdict(self)
        quirks = values.pop("quirks")
        return {**values, **quirks}


_QUIRKS = frozenset(entry.name for entry in fields(Quirks))
_KINDS: Mapping[str, type] = {
    **dict.fromkeys(("customers", "seed", "token_seconds", "sign_tolerance", "page_cap", "today"), int),
    **dict.fromkeys(("appid", "app_key"), str),
}


def _check(name: str, value: object) -> None:
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise BadOption(f"{name} takes one of {_CHOICES[name]}")
    elif name not in _KINDS:
        raise BadOption(f"there is no option {name}")
    elif not isinstance(value, _KINDS[name]) or isinstance(value, bool):
        raise BadOption(f"{name} takes a {_KINDS[name].__name__}")
    elif isinstance(value, int) and value < 0:
        raise BadOption(f"{name} is not negative")
