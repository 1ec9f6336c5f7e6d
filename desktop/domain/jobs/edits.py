"""What a job of one edit over many customers consists of. Pure."""

from typing import Any

from desktop.domain.edits.rules import Seen
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import Intent
from desktop.domain.jobs.job import ImportCustomers, RowJob
from desktop.domain.jobs.rules import Apply, Each
from desktop.domain.jobs.steps import Steps


def edit_steps(request: RowJob, seen: Seen) -> Steps:
    """Return the parts of the job. `about` is the kind of the edit, then the names it speaks of; or the file.

    Raises InvalidInput for an edit that makes no sense or that is not of a customer.
    """
    if isinstance(request, ImportCustomers):
        rule = Each(request.edits)
        return Steps((), rule, (), seen.groups, seen.tags, (request.name,), request.customers)
    if not hasattr(request.edit, "customer"):
        raise InvalidInput("op", "other_edit")
    rules_of(request.edit).make_sense(request.edit)
    about = (request.edit.op, *_names(request.edit, seen))
    return Steps((), Apply(request.edit, seen), (), seen.groups, seen.tags, about, request.customers)


def _names(intent: Intent, seen: Seen) -> tuple[str, ...]:
    """Return the names of what an edit gives: a stage, agents, tags."""
    edit: Any = intent
    stage = seen.stages.get(getattr(edit, "stage", ""))
    agents = [seen.agents[one] for one in getattr(edit, "agents", ()) if one in seen.agents]
    tags = [seen.tags[one] for one in getattr(edit, "tags", ()) if one in seen.tags]
    return (*((stage.name,) if stage else ()), *(one.name for one in agents), *(one.name for one in tags))
