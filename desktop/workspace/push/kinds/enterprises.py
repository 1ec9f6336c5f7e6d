"""Enterprises on their way to the server: they can be made, and nothing else."""

from collections.abc import Mapping

from desktop.domain.customers.customer import CustomValue
from desktop.domain.customers.drafts import EnterpriseDraft
from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.errors import Unclear
from desktop.domain.intents.customers import SaveEnterprise
from desktop.domain.json import Json
from desktop.workspace.push.kinds.kind import Kind, Reach
from desktop.workspace.push.steps import Finding, Look, Made, Refused, Send


class SaveEnterpriseKind(Kind[SaveEnterprise]):
    """A new enterprise: what became of a lost call nobody can read, so a person is asked."""

    async def send(self, reach: Reach, intent: SaveEnterprise, _base: Base, _step: Send) -> Made:
        """Make the enterprise."""
        made = await reach.client.enterprises.save(_draft(intent))
        return Made(made, {"enterprise_id": made})

    async def find(self, _reach: Reach, _intent: SaveEnterprise, _entry: Entry, _look: Look) -> Finding:
        """Ask."""
        return Refused(Unclear())


def _draft(intent: SaveEnterprise) -> EnterpriseDraft:
    values = intent.set

    def text(name: str) -> str:
        return str(values.get(name, ""))

    custom = values.get("custom_fields")
    fields = custom.items() if isinstance(custom, Mapping) else ()
    return EnterpriseDraft(
        text("name"),
        text("province_id"),
        text("province_name"),
        text("city_id"),
        text("city_name"),
        text("district_id"),
        text("district_name"),
        _texts(values.get("domains")),
        tuple(CustomValue(key, str(value)) for key, value in fields),
    )


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
