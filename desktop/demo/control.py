"""The endpoints under `/_demo/` by which tests steer the server and learn the truth."""

import json
from collections.abc import Callable
from typing import Any, Protocol

from desktop.demo.answering import Answer
from desktop.demo.churn import BadChurn, Bustle, add_stranger
from desktop.demo.clock import Clock
from desktop.demo.customers import Customers
from desktop.demo.faults import BadFault, Faults
from desktop.demo.ledger import Ledger
from desktop.demo.options import BadOption
from desktop.demo.people import dumped
from desktop.demo.strict import Request
from desktop.demo.world import World

PREFIX = "/_demo/"


class BadValues(ValueError):
    """A body that is not a JSON object, or holds a value of the wrong kind."""


class Steered(Protocol):
    """What can be steered: the running server's parts."""

    ledger: Ledger
    clock: Clock
    faults: Faults
    bustle: Bustle

    @property
    def world(self) -> World:
        """The state as it is now."""

    def restart(self, values: dict[str, object]) -> None:
        """Start anew with other options."""


class Steering:
    """Answers the control endpoints."""

    def __init__(self, steered: Steered) -> None:
        self._on = steered
        self._calls: dict[tuple[str, str], Callable[[dict[str, Any]], object]] = {
            ("GET", "broken"): lambda _: {"broken": steered.ledger.broken},
            ("DELETE", "broken"): lambda _: steered.ledger.broken.clear(),
            ("POST", "broken/exempt"): self._exempt,
            ("GET", "ledger"): lambda _: {"ledger": steered.ledger.applied},
            ("GET", "requests"): self._requests,
            ("POST", "misbehave"): steered.faults.add,
            ("DELETE", "misbehave"): lambda _: steered.faults.clear(),
            ("POST", "churn"): steered.bustle.set,
            ("GET", "customers/ids"): self._ids,
            ("POST", "customers"): self._add,
            ("GET", "clock"): lambda _: {"now": steered.clock.now()},
            ("POST", "clock"): self._move_clock,
            ("DELETE", "tokens"): lambda _: steered.world.tokens.forget(),
            ("POST", "reset"): steered.restart,
            ("GET", "options"): lambda _: steered.world.options.as_dict(),
        }

    def answer(self, request: Request) -> Answer:
        """Return the answer to a control request."""
        name = request.path.removeprefix(PREFIX)
        try:
            values = _values(request.body)
            call = self._calls.get((request.method, name))
            found = call(values) if call else self._customer(request.method, name, values)
        except (BadOption, BadFault, BadChurn, BadValues) as wrong:
            return Answer(400, dumped({"error": str(wrong)}))
        except LookupError:
            return Answer(404, dumped({"error": "nothing here"}))
        return Answer(200, dumped(found))

    @property
    def _customers(self) -> Customers:
        return self._on.world.customers

    def _exempt(self, values: dict[str, Any]) -> None:
        self._on.ledger.exempt = bool(values.get("exempt", True))

    def _requests(self, _: dict[str, Any]) -> object:
        ledger = self._on.ledger
        return {"requests": list(ledger.requests), "most_in_flight": ledger.most_in_flight}

    def _ids(self, _: dict[str, Any]) -> object:
        people = self._customers.people
        return {"ids": [people.id(number) for number in self._customers.numbers()]}

    def _add(self, values: dict[str, Any]) -> object:
        at = self._on.clock.seconds()
        start = len(self._customers) * 7919 + (1 << 41)
        numbers = [
            add_stranger(self._customers, start + place, at) for place in range(int(_number(values, "count", 1)))
        ]
        return {"ids": [self._customers.people.id(number) for number in numbers]}

    def _move_clock(self, values: dict[str, Any]) -> object:
        self._on.clock.offset = _number(values, "offset", 0.0)
        return {"now": self._on.clock.now()}

    def _customer(self, method: str, name: str, values: dict[str, Any]) -> object:
        kind, _, id_ = name.partition("/")
        number = self._customers.find(id_) if kind == "customers" else None
        if number is None or method not in {"GET", "POST", "DELETE"}:
            raise LookupError(name)
        if method == "DELETE":
            self._customers.remove(number)
            return {}
        if method == "POST":
            stage = values.pop("stage", None)
            self._customers.change(number, values, self._on.clock.seconds(), stage=stage)
        return {"customer": self._customers.record(number), "stage": self._customers.stage(number)}


def _values(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError as wrong:
        raise BadValues(str(wrong)) from None
    if not isinstance(values, dict):
        raise BadValues("not an object")
    return values


def _number(values: dict[str, Any], name: str, usual: float) -> float:
    value = values.get(name, usual)
    if not isinstance(value, int | float):
        raise BadValues(f"{name} takes a number")
    return value
