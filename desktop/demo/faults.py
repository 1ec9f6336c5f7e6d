"""Misbehaviour on command: which requests are hit, and by what."""

import random
from dataclasses import dataclass
from fnmatch import fnmatchcase

WITHOUT_HANDLING = frozenset(
    {"cut_before", "error_before", "too_many", "code", "html", "redirect", "gzip_bomb", "big", "empty_body"}
)
"""The call is not even looked at."""
AFTER_HANDLING = frozenset(
    {
        "cut_after",
        "cut_within",
        "error_after",
        "truncated",
        "wrong_types",
        "empty_list",
        "emptied",
        "surrogates",
        "swollen",
        "bad_records",
        "hostile",
        "drip",
    }
)
"""The call takes effect; its reply is lost or spoiled."""
BESIDE = frozenset({"latency", "forget_tokens"})
"""The call is answered as ever, only later or with no token alive."""


class BadFault(ValueError):
    """A fault that does not exist or a value it cannot take."""


@dataclass(slots=True)
class Fault:
    """One rule.

    `kind`: one of the sets above. `path`: a shell pattern the request's path must match. `skip`: matching requests
    let through first; `count`: how many are hit then, 0 for all; `probability` and `seed`: how many of these by
    chance.
    `seconds`: of latency (plus up to `jitter`), of Retry-After, or between the pieces of a drip. `status`: of an
    error. `code`: the return code of "code". `size`: megabytes of "big", "swollen" (the answer's rows again and
    again) and (unpacked) of "gzip_bomb", pieces of a drip. `share`: the part of a page that is spoiled.
    `link`: where the texts of "hostile" lead.
    """

    kind: str
    path: str = "*"
    skip: int = 0
    count: int = 0
    probability: float = 1.0
    seed: int = 1
    seconds: float = 1.0
    jitter: float = 0.0
    status: int = 500
    code: str = "999999"
    size: int = 10
    share: float = 0.1
    link: str = ""


_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("kind", "path", "code", "link"), (str,)),
    **dict.fromkeys(("skip", "count", "seed", "status", "size"), (int,)),
    **dict.fromkeys(("probability", "seconds", "jitter", "share"), (int, float)),
}


class ActiveFault:
    """A rule at work, with what is left of it."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.random = random.Random(fault.seed)  # noqa: S311 - chance that can be repeated
        self.hits = 0
        self._seen = 0

    def strikes(self, path: str) -> bool:
        """Return whether this request is hit."""
        fault = self.fault
        if not fnmatchcase(path, fault.path) or (fault.count and self.hits >= fault.count):
            return False
        self._seen += 1
        if self._seen <= fault.skip or self.random.random() >= fault.probability:
            return False
        self.hits += 1
        return True


class Faults:
    """The rules at work, in the order they were given."""

    def __init__(self) -> None:
        self._active: list[ActiveFault] = []

    def add(self, values: dict[str, object]) -> None:
        """Add a rule from its fields by name; raises BadFault."""
        for name, value in values.items():
            if name not in _KINDS:
                raise BadFault(f"a fault has no {name}")
            if isinstance(value, bool) or not isinstance(value, _KINDS[name]):
                raise BadFault(f"{name} takes another kind of value")
        if values.get("kind") not in WITHOUT_HANDLING | AFTER_HANDLING | BESIDE:
            raise BadFault(f"there is no fault {values.get('kind')}")
        fault = Fault(**values)  # type: ignore[arg-type]
        self._active.append(ActiveFault(fault))

    def clear(self) -> None:
        """Drop every rule."""
        self._active.clear()

    def striking(self, path: str) -> list[ActiveFault]:
        """Return the rules that hit a request: any number beside the call, at most one that spoils it."""
        hit: list[ActiveFault] = []
        spoiled = False
        for active in self._active:
            beside = active.fault.kind in BESIDE
            if (beside or not spoiled) and active.strikes(path):
                hit.append(active)
                spoiled = spoiled or not beside
        return hit
