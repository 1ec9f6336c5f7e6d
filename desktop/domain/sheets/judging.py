"""What importing a row would do to whom it means: decided cell by cell, against what is there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from desktop.domain.customers.customer import Customer
from desktop.domain.customers.values import CREATABLE, LEAD, held, joined, plain
from desktop.domain.edits.customers import FOLLOWED
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import local_id
from desktop.domain.intents.customers import CreateCustomer, UpdateCustomer
from desktop.domain.intents.following import SetStage
from desktop.domain.intents.intent import AddTags, Intent
from desktop.domain.jobs.job import OwnEdit
from desktop.domain.json import Json
from desktop.domain.sheets.headers import AGENT, ID, PLACES, STAGE, STATUS, TAGS
from desktop.domain.sheets.matching import CONTACTS, Holders, Match, contact_keys
from desktop.domain.sheets.placing import placed
from desktop.domain.sheets.tables import Tables
from desktop.domain.sheets.tagging import wanted_tags
from desktop.domain.sheets.texts import Texts, alike
from desktop.domain.sheets.values import Values, check_cell, only
from desktop.domain.sheets.verdicts import CellChange, Claim, Kind, Reason, Verdict

_FIRST_STATUS = 1


@dataclass(slots=True)
class _Wish:
    """What a row wants, as far as it was understood."""

    values: dict[str, Json] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    stage: str = ""
    changes: list[CellChange] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)


class Judge:
    """Judges rows whose columns mean `mapping`. `token` gives a new piece of a local id each time."""

    def __init__(self, tables: Tables, mapping: Sequence[str], token: Callable[[], str]) -> None:
        self.mapping = tuple(mapping)
        self._tables = tables
        self._texts = Texts(tables)
        self._values = Values(tables)
        self._token = token

    def judge(self, cells: Sequence[str], match: Match, customer: Customer | None, holders: Holders) -> Verdict:
        """Return what a row does to `customer`, who is meant by it; None: it would make one.

        `holders` says who has a phone or an address that the row gives.
        """
        given = {name: text for name, text in zip(self.mapping, cells, strict=True) if name and text.strip()}
        wish = _Wish()
        for target, text in given.items():
            with _noting(wish, target):
                self._weigh(wish, target, text, customer, given)
        claims = tuple(self._claims(wish, customer))
        if customer is not None:
            self._refuse_taken(wish, customer, claims, holders)
        name = (
            customer.name if customer else str(wish.values.get("nickname") or wish.values.get("real_name") or "")
        )
        verdict = Verdict(Kind.INVALID, match.customer, name, match.by, tuple(wish.changes))
        edits: tuple[OwnEdit, ...] = ()
        local = local_id(self._token()) if customer is None else ""
        with _noting(wish, ""):
            edits = self._edits(wish, customer, local)
        if wish.reasons:
            return replace(verdict, reasons=tuple(wish.reasons))
        if customer is None:
            return replace(verdict, kind=Kind.CREATE, customer=local, edits=edits, claims=claims)
        kind = Kind.UPDATE if edits else Kind.SAME
        return replace(
            verdict, kind=kind, edits=edits, claims=(("customer", customer.id), *claims) if edits else ()
        )

    def _weigh(
        self, wish: _Wish, target: str, text: str, customer: Customer | None, given: Mapping[str, str]
    ) -> None:
        before = "" if customer is None else self._texts.cell(customer, target)
        if target in PLACES:
            self._place(wish, target, customer, given)
        elif customer is not None and (alike(text, before) or target == STATUS):
            # Which list a customer is in is changed by assigning it or putting it into the pool.
            return
        elif target == TAGS:
            self._tag(wish, text, before, customer)
        elif target == STAGE:
            self._stage(wish, text, before, customer)
        elif target == ID:
            check_cell(target, text)
        else:
            self._set(wish, target, before, self._values.read(target, text), customer)

    def _set(
        self, wish: _Wish, target: str, before: str, values: Mapping[str, Json], customer: Customer | None
    ) -> None:
        if customer is not None:
            had = held(customer, [target])
            if plain(values[target]) == had[target]:
                return
        wish.values.update(values)
        wish.changes.append(CellChange(target, before, self._texts.after(target, values)))

    def _place(self, wish: _Wish, target: str, customer: Customer | None, given: Mapping[str, str]) -> None:
        named = {name: given[name] for name in PLACES if name in given}
        if target != next(iter(named)):
            return
        values = placed(self._tables.places, named, customer)
        for name in PLACES:
            before = "" if customer is None else customer.text(name)
            after = str(values.get(name, before))
            if after != before:
                wish.changes.append(CellChange(name, before, after))
        wish.values.update(values)

    def _tag(self, wish: _Wish, text: str, before: str, customer: Customer | None) -> None:
        wish.tags = wanted_tags(self._tables, text, () if customer is None else customer.ids(TAGS))
        if wish.tags:
            names = ", ".join(f"+{self._tables.tag_name(tag)}" for tag in wish.tags)
            wish.changes.append(CellChange(TAGS, before, names))

    def _stage(self, wish: _Wish, text: str, before: str, customer: Customer | None) -> None:
        stage = only(self._tables.stages, STAGE, text, "stage")
        if customer is None or customer.text(STAGE) != stage:
            wish.stage = stage
            wish.changes.append(CellChange(STAGE, before, self._tables.seen.stages[stage].name))

    def _claims(self, wish: _Wish, customer: Customer | None) -> Iterator[Claim]:
        for name in CONTACTS:
            had = set() if customer is None else set(contact_keys(name, customer.text(name)))
            yield from (key for key in contact_keys(name, str(wish.values.get(name, ""))) if key not in had)

    @staticmethod
    def _refuse_taken(wish: _Wish, customer: Customer, claims: Iterable[Claim], holders: Holders) -> None:
        for key in claims:
            if any(one != customer.id for one in holders.get(key, ())):
                wish.reasons.append(Reason(key[0], InvalidInput(key[0], "contact_taken")))

    def _edits(self, wish: _Wish, customer: Customer | None, local: str) -> tuple[OwnEdit, ...]:
        who = local if customer is None else customer.id
        seen = self._tables.seen if customer is None else replace(self._tables.seen, customers={who: customer})
        edits: list[OwnEdit] = []
        for intent in self._intents(wish, who, new=customer is None):
            rules = rules_of(intent)
            rules.make_sense(intent)
            rules.check(intent, seen)
            edits.append(OwnEdit(intent, rules.preimage(intent, seen)))
        return tuple(edits)

    def _intents(self, wish: _Wish, who: str, *, new: bool) -> Iterator[Intent]:
        values = dict(wish.values)
        if new:
            yield CreateCustomer(set=joined(_first(values)), local=who, anew=True)
            # What cannot be given at once is changed after.
            values = {name: value for name, value in values.items() if _later(name)}
        if values:
            yield UpdateCustomer(customer=who, set=joined(values))
        if wish.tags:
            yield AddTags(customer=who, tags=wish.tags)
        if wish.stage:
            yield SetStage(customer=who, stage=wish.stage)


def settled(verdicts: Sequence[Verdict], numbers: Sequence[int]) -> list[Verdict]:
    """Return the verdicts with rows refused that are about what a former row is about; `numbers` name rows."""
    taken: dict[Claim, int] = {}
    found: list[Verdict] = []
    for verdict, number in zip(verdicts, numbers, strict=True):
        former = next((taken[claim] for claim in verdict.claims if claim in taken), None)
        if former is None:
            taken.update(dict.fromkeys(verdict.claims, number))
            found.append(verdict)
        else:
            repeats = Reason("", InvalidInput("", "row_repeats", row=former))
            found.append(replace(verdict, kind=Kind.INVALID, reasons=(repeats,), edits=()))
    return found


def unmatched(error: InvalidInput) -> Verdict:
    """Return the verdict on a row of which nobody can tell who is meant."""
    return Verdict(Kind.INVALID, reasons=(Reason(error.field, error),))


@contextmanager
def _noting(wish: _Wish, target: str) -> Iterator[None]:
    try:
        yield
    except InvalidInput as error:
        if target or not wish.reasons:
            wish.reasons.append(Reason(target or error.field, error))


def _first(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return what a customer is made with: a name and a list are a must."""
    status = FOLLOWED if values.get(AGENT) else _FIRST_STATUS
    name = {"nickname": values["real_name"]} if "real_name" in values else {}
    return {STATUS: status, **name, **{key: value for key, value in values.items() if not _later(key)}}


def _later(name: str) -> bool:
    return name not in CREATABLE and not name.startswith(LEAD)
