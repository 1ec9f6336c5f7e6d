"""Which customer was given to which agent when."""

from dataclasses import dataclass

from desktop.demo.customers import Customers


@dataclass(frozen=True, slots=True)
class Assignment:
    """A customer given to an agent; `at` in seconds."""

    agent: str
    number: int
    at: int


class Assignments:
    """All assignments; those from before the server started follow from who has which agent."""

    def __init__(self, customers: Customers) -> None:
        self._customers = customers
        self._made: list[Assignment] = []
        self._earlier: dict[str, list[Assignment]] | None = None

    def note(self, agent: str, number: int, at: int) -> None:
        """Remember an assignment."""
        self._made.append(Assignment(agent, number, at))

    def of(self, agent: str, start: int, end: int) -> list[Assignment]:
        """Return an agent's assignments in [start, end], the latest first."""
        if self._earlier is None:
            self._earlier = self._from_records()
        known = (*self._earlier.get(agent, ()), *(each for each in self._made if each.agent == agent))
        return sorted((each for each in known if start <= each.at <= end), key=lambda each: -each.at)

    def _from_records(self) -> dict[str, list[Assignment]]:
        found: dict[str, list[Assignment]] = {}
        for number in self._customers.numbers():
            if self._customers.is_new(number):
                continue
            record = self._customers.people.record(number)
            agent = record.get("liable_serviceid")
            if agent:
                at = (record["create_time"] + record["update_time"]) // 2
                found.setdefault(agent, []).append(Assignment(agent, number, at))
        return found
