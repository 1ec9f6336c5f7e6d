"""A job as it is stored, and back: its kind, the edits of the tag tables before and after its customers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.cache.jobstore import StoredJob
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.domain.intents.lines import dump, parse
from desktop.domain.jobs.job import JobState
from desktop.domain.jobs.steps import Administer
from desktop.workspace.child.errorjson import error_from_json, error_to_json
from desktop.workspace.jobs.rowform import RowForm, edit_from_json, edit_to_json


@dataclass(frozen=True, slots=True)
class Body:
    """What a job does, as it never changes.

    `sends`: whether its customers are written to the server, or only noted. `anew` are local ids, by the ids they
    take the place of; `uses` all local ids in its rows. With `edit` its rows are edits, of this kind of thing.
    """

    kind: str
    about: tuple[str, ...] = ()
    before: tuple[Administer, ...] = ()
    after: tuple[Administer, ...] = ()
    guards: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sends: bool = True
    undoes: str = ""
    anew: Mapping[str, str] = field(default_factory=dict)
    uses: tuple[str, ...] = ()
    edit: Intent | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A job and how far it is; `at` counts the steps that are over: those before, the customers, those after.

    `revocable`, which is not stored, says whether anything it does can be taken back.
    """

    number: int
    id: str
    seq: int
    state: JobState
    body: Body
    at: int = 0
    error: AppError | None = None
    created: float = 0.0
    changed: float = 0.0
    revocable: bool = True

    @property
    def form(self) -> RowForm:
        """How its rows read."""
        return RowForm(self.number, self.seq, self.body.edit, self.created)

    @property
    def is_at_customers(self) -> bool:
        """Whether it is its customers' turn."""
        return self.at == len(self.body.before)

    def step(self) -> Administer | None:
        """Return the edit of the tag tables that is to be made next, None when there is none."""
        place = self.at - len(self.body.before)
        if place < 0:
            return self.body.before[self.at]
        return self.body.after[place - 1] if 0 < place <= len(self.body.after) else None

    def ahead(self) -> tuple[Administer, ...]:
        """Return the edits of the tag tables that are not over."""
        before = len(self.body.before)
        return (*self.body.before[self.at :], *self.body.after[max(0, self.at - before - 1) :])

    def now(self, state: JobState, at: float, error: AppError | None = None) -> "Job":
        """Return the job in another state."""
        return replace(self, state=state, changed=at, error=error)


def to_stored(job: Job) -> StoredJob:
    """Return the job as it is stored."""
    return StoredJob(
        number=job.number,
        id=job.id,
        seq=job.seq,
        state=job.state.value,
        body=_dumped(job.body),
        at=job.at,
        reason="" if job.error is None else json.dumps(error_to_json(job.error)),
        created=job.created,
        changed=job.changed,
    )


def from_stored(stored: StoredJob) -> Job:
    """Return the job."""
    return Job(
        number=stored.number,
        id=stored.id,
        seq=stored.seq,
        state=JobState(stored.state),
        body=_loaded(json.loads(stored.body)),
        at=stored.at,
        error=reason_of(stored.reason),
        created=stored.created,
        changed=stored.changed,
    )


def reason_text(error: AppError) -> str:
    """Return an error as a row holds it."""
    return json.dumps(error_to_json(error), ensure_ascii=False)


def reason_of(text: str) -> AppError | None:
    """Return the error that a row holds, None for none."""
    return error_from_json(json.loads(text)) if text else None


def _dumped(body: Body) -> str:
    value = {
        "kind": body.kind,
        "about": body.about,
        "before": [_step(one) for one in body.before],
        "after": [_step(one) for one in body.after],
        "guards": body.guards,
        "sends": body.sends,
        "undoes": body.undoes,
        "anew": body.anew,
        "uses": body.uses,
        "edit": edit_to_json(body.edit),
    }
    return json.dumps(value, ensure_ascii=False, default=dict)


def _loaded(value: Mapping[str, Any]) -> Body:
    return Body(
        kind=value["kind"],
        about=tuple(value["about"]),
        before=tuple(_administer(one) for one in value["before"]),
        after=tuple(_administer(one) for one in value["after"]),
        guards={group: tuple(tags) for group, tags in value["guards"].items()},
        sends=value["sends"],
        undoes=value["undoes"],
        anew=value["anew"],
        uses=tuple(value["uses"]),
        edit=edit_from_json(value.get("edit")),
    )


def _step(step: Administer) -> dict[str, Any]:
    return {"intent": dump(step.intent), "base": step.base}


def _administer(value: Mapping[str, Any]) -> Administer:
    return Administer(parse(value["intent"]), value["base"])
