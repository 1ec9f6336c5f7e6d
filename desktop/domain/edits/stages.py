"""The stage of a customer: SetStage."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, integer, one_id, text
from desktop.domain.edits.rules import CustomerRules, Ids, Patch, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.following.behaviour import StageKind
from desktop.domain.intents.following import SetStage
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

STAGE = "stage_id"

_NAME = "name"
_KINDS = frozenset(kind.value for kind in StageKind)


class SettingStage(CustomerRules[SetStage]):
    """Putting a customer into a stage."""

    readers: ClassVar[Mapping[str, Reader]] = {
        **CustomerRules.readers,
        "stage": one_id,
        "type": integer,
        "note": text,
    }
    on_customer = True

    def make_sense(self, intent: SetStage) -> None:
        """Refuse a type the document does not know."""
        if intent.type not in _KINDS:
            raise InvalidInput("type", "stage_type")

    def check(self, intent: SetStage, seen: Seen) -> None:
        """Refuse a stage that is not there: its name goes with the call."""
        if seen.stages and intent.stage not in seen.stages:
            raise InvalidInput("stage", "stage_gone")

    def preimage(self, intent: SetStage, seen: Seen) -> Base:
        """Return the former stage where it is known ("" for none), and the name of the new one."""
        stage = seen.stages.get(intent.stage)
        customer = seen.customers.get(intent.customer)
        found: dict[str, Json] = {} if stage is None else {_NAME: stage.name}
        return found if customer is None else {**found, STAGE: customer.text(STAGE)}

    def patch(self, intent: SetStage, _base: Base, _ids: Ids) -> Patch:
        """Return that the customer is in the stage."""
        return Patch(fields={STAGE: intent.stage})

    def inverse(self, intent: SetStage, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what puts the customer back; who was in no stage stays: no call takes a stage away."""
        former = base.get(STAGE)
        if not isinstance(former, str) or not former or (former == intent.stage and not is_result(intent)):
            return ()
        return (SetStage(customer=intent.customer, stage=former),)

    def target(self, intent: SetStage) -> object:
        """Return the customer."""
        return STAGE, intent.customer

    def wanted(self, intent: SetStage) -> Mapping[str, Json]:
        """Return the stage."""
        return {STAGE: intent.stage}

    def without(self, intent: SetStage, fields: Collection[str]) -> SetStage | None:
        """Return nothing when the stage is left as it is."""
        return None if STAGE in fields else intent


def is_result(intent: SetStage) -> bool:
    """Say whether the edit tells how a case ended."""
    return intent.type != StageKind.PROCESS.value


def name_in(base: Base) -> str:
    """Return the name of the stage as it was known when the edit was made, "" when it was not."""
    return str(base.get(_NAME, ""))
