"""What a gesture on many customers becomes: an edit for each that it can be done to, counts of the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.following.assigning import LeftOut, Standing, dealt, recycling, way_to, way_to_claim
from desktop.domain.following.assignment import AssignKind
from desktop.domain.intents.following import Assign, Recycle


@dataclass(frozen=True, slots=True)
class Handover:
    """The `edits`, how many of each `kinds` of assignment they are, and why how many customers are left out."""

    edits: Sequence[Assign | Recycle] = ()
    kinds: Mapping[AssignKind, int] = field(default_factory=dict)
    left: Mapping[LeftOut, int] = field(default_factory=dict)


def assigning(
    people: Iterable[tuple[str, Standing]], agents: Sequence[str], loads: Mapping[str, int], me: str
) -> Handover:
    """Give customers to agents, in turn when there are several; `me` is the user's agent ("": not said)."""
    known = dict(people)
    # Those that cannot be assigned anyway take nobody's turn.
    free = [key for key, standing in known.items() if _can_move(standing)]
    turns = dealt(free, agents, loads)
    ways = {key: way_to(turns[key], known[key], me) if key in turns else _reason(known[key]) for key in known}
    return _handover(ways, turns)


def claiming(people: Iterable[tuple[str, Standing]], me: str) -> Handover:
    """Give free customers to the user."""
    ways = {key: way_to_claim(standing, me) for key, standing in people}
    return _handover(ways, dict.fromkeys(ways, me))


def pooling(people: Iterable[tuple[str, Standing]], *, valid: bool) -> Handover:
    """Put customers into the pool, as valid or invalid."""
    reasons = {key: recycling(standing, valid=valid) for key, standing in people}
    edits = [Recycle(customer=key, valid=valid) for key, reason in reasons.items() if reason is None]
    return Handover(edits, {}, Counter(reason for reason in reasons.values() if reason is not None))


def _can_move(standing: Standing) -> bool:
    return isinstance(way_to("", standing, ""), AssignKind) or way_to("", standing, "") is LeftOut.ALREADY


def _reason(standing: Standing) -> LeftOut:
    way = way_to("", standing, "")
    return way if isinstance(way, LeftOut) else LeftOut.UNKNOWN


def _handover(ways: Mapping[str, AssignKind | LeftOut], turns: Mapping[str, str]) -> Handover:
    edits = [
        Assign(customer=key, agents=(turns[key],), kind=way.value)
        for key, way in ways.items()
        if isinstance(way, AssignKind)
    ]
    kinds = Counter(way for way in ways.values() if isinstance(way, AssignKind))
    return Handover(edits, kinds, Counter(way for way in ways.values() if isinstance(way, LeftOut)))


def previewed(people: Mapping[Standing, int], agents: Sequence[str], me: str) -> Handover:
    """Return the counts of `assigning`, for so many customers standing where; cheap whatever their number."""
    kinds: Counter[AssignKind] = Counter()
    left: Counter[LeftOut] = Counter()
    for standing, count in people.items():
        way = way_to(agents[0] if len(agents) == 1 else "", standing, me)
        if isinstance(way, AssignKind):
            kinds[way] += count
        else:
            left[way] += count
    return Handover((), kinds, left)
