"""The state of one demo server, composed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from desktop.demo import codes
from desktop.demo.assignments import Assignments
from desktop.demo.behaviours import Behaviours
from desktop.demo.blacklist import Blacklist
from desktop.demo.clock import Clock
from desktop.demo.customers import Customers
from desktop.demo.ledger import Ledger
from desktop.demo.listing import Finder
from desktop.demo.options import Options
from desktop.demo.people import People, Record, day_start, dumped
from desktop.demo.rows import Rows
from desktop.demo.tagging import Tags
from desktop.demo.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Asked:
    """One call that kept to the tables: its arguments (those of the path as "/name") and its language."""

    values: dict[str, Any]
    language: str


class World:
    """Everything a demo server knows. `options` say how it starts, `ledger` outlives it."""

    def __init__(self, options: Options, clock: Clock, ledger: Ledger) -> None:
        today = options.today or day_start(clock.now())
        self.options = options
        self.clock = clock
        self.ledger = ledger
        self.tokens = Tokens(options, clock)
        self.tags = Tags(today, valid_colours=options.quirks.colours == "valid")
        self.rows = Rows(options.quirks, self.tags)
        self.customers = Customers(People(options.seed, today), options.customers, self.rows.show)
        self.finder = Finder(self.customers)
        self.behaviours = Behaviours(self.customers)
        now, keeps = options.today or clock.seconds(), options.quirks.bans == "kept"
        self.blacklist = Blacklist(self.customers, self.behaviours, today, now, keeps=keeps)
        self.assignments = Assignments(self.customers)
        self.enterprises: list[Record] = []
        if options.warm:
            self.customers.warm(options.warm)

    def known(self, id_: str) -> int:
        """Return the number of the customer with this id; raises Refused 500001 when there is none."""
        number = self.customers.find(id_)
        if number is None:
            raise codes.Refused(codes.NO_CUSTOMER)
        return number

    def drop_tags(self, tags: Sequence[str]) -> None:
        """Take removed tags from every customer."""
        self.finder.drop_tags(tags)
        self.customers.forget_rows()

    def now_ms(self) -> int:
        """Return the server's time in milliseconds."""
        return int(self.clock.now() * 1000)

    def page_of(self, asked: Asked, usual: int, cap: int = 1000) -> tuple[int, int]:
        """Return the page number and size to answer with."""
        number = asked.values.get("page_no", 1)
        size = asked.values.get("page_size", usual)
        return max(1, int(number)), min(max(1, int(size)), cap)

    def counters(self, total: int, number: int, size: int) -> Record:
        """Return the page counters of a reply, as numbers or as strings."""
        values = {"page_no": number, "page_count": -(-total // size), "total_count": total, "page_size": size}
        if self.options.quirks.counters == "string":
            return {name: str(value) for name, value in values.items()}
        return dict(values)

    def ending(self, counters: Record, language: str) -> bytes:
        """Return the end of a JSON object: counters, return code and message."""
        return dumped({**counters, **codes.said(codes.GOOD, language)})[1:]

    def paged(self, entries: list[Record], asked: Asked, usual: int) -> Record:
        """Return the asked page of `entries` with its counters."""
        number, size = self.page_of(asked, usual)
        items = entries[(number - 1) * size : number * size]
        return {"items": items, **self.counters(len(entries), number, size)}


Handler: TypeAlias = Callable[[World, Asked], "Record | bytes"]
"""What answers one call: the reply's own part, or the whole body; raises Refused."""
