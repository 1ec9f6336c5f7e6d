"""Looking at the customers of an edit in the cache: whom it changes, who is so already, whom its check refuses."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.cache.cachefile import CacheFile
from desktop.cache.jobstore import StoredRow
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.patching import patched
from desktop.domain.edits.inverse import inverse
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.rules import Seen
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import Intent
from desktop.domain.jobs.rules import Each, Refusals
from desktop.workspace.jobs.rowform import RowForm, edit_text, of, text_of


def edited(
    file: CacheFile, edit: Intent, seen: Seen, ids: Sequence[str], place: int, turn: int
) -> tuple[list[StoredRow], int, int, int, Refusals]:
    """Return the rows of an edit of these customers, numbered from `place`, in the cache's lane.

    `turn` counts those before who could be edited, be they as wanted already: whoever is left out takes no turn.

    Then how many of them nothing takes back, how many are as wanted already, how many the cache does not know, and
    whom the check refuses.
    """
    known = {one.id: one for one in file.customers(ids)}
    rules = rules_of(edit)
    rows: list[StoredRow] = []
    lasting = already = unknown = 0
    refusals: Refusals = {}
    for customer_id in ids:
        customer = known.get(customer_id)
        if customer is None:
            unknown += 1
            continue
        plain = of(edit, customer_id)
        here = replace(seen, customers={customer_id: customer}, turn=turn + len(rows) + already)
        try:
            # What an edit becomes may hang on its customer: the row then holds its own.
            intent = rules.named(plain, here, str)
            rules.check(intent, here)
        except InvalidInput as error:
            reason = (error.field, error.reason)
            refusals[reason] = (error, refusals.get(reason, (error, 0))[1] + 1)
            continue
        base = rules.preimage(intent, here)
        if _is_so(intent, base, customer, seen):
            already += 1
        else:
            own = "" if intent == plain else edit_text(intent)
            rows.append(StoredRow(place + len(rows), customer_id, "", "", text_of(base), edit=own))
            lasting += not inverse(intent, base, str)
    return rows, lasting, already, unknown, refusals


def own_rows(rule: Each, ids: Sequence[str], place: int) -> tuple[StoredRow, ...]:
    """Return the rows of edits that each customer has of its own; what they find was found when decided."""
    made = [(customer, edit) for customer in ids for edit in rule.edits[customer]]
    return tuple(
        StoredRow(place + number, customer, "", "", text_of(edit.base), edit=edit_text(edit.intent))
        for number, (customer, edit) in enumerate(made)
    )


def undone(
    file: CacheFile, form: RowForm, rows: Sequence[StoredRow], seen: Seen, place: int, token: Callable[[], str]
) -> list[StoredRow]:
    """Return the rows that take `rows` back, numbered from `place`; those of one customer stand side by side."""
    known = {one.id: one for one in file.customers([row.customer for row in rows])}
    back: list[StoredRow] = []
    for row in rows:
        for intent in inverse(form.intent(row), form.base(row), token):
            held = known.get(row.customer)
            here = seen if held is None else replace(seen, customers={row.customer: held})
            base = rules_of(intent).preimage(intent, here)
            number = place + len(back)
            back.append(StoredRow(number, row.customer, "", "", text_of(base), edit=edit_text(intent)))
    return back


def _is_so(intent: Intent, base: Base, customer: Customer, seen: Seen) -> bool:
    """Say whether an edit changes nothing that shows; one that shows nowhere always changes something."""
    rules = rules_of(intent)
    return rules.on_customer and patched(customer, [rules.patch(intent, base, seen.ids)]) == customer
