"""What an entry of a history says: its icon, its title, what changed, its text. Pure: no widgets."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.following import timeline
from desktop.domain.following.behaviour import Behaviour, StageKind
from desktop.domain.following.timeline import Section, moment_of, section_of
from desktop.domain.json import Json
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import CODES, code_name, field_label
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Timeline"
_TITLES: dict[str, tuple[str, str, str]] = {
    timeline.RECORD: (QT_TRANSLATE_NOOP("Timeline", "Follow-up record"), "note", "accent"),
    timeline.CREATED: (QT_TRANSLATE_NOOP("Timeline", "Customer created"), "user-plus", "success"),
    timeline.EDITED: (QT_TRANSLATE_NOOP("Timeline", "Fields edited"), "edit", "secondary"),
    timeline.STAGE: (QT_TRANSLATE_NOOP("Timeline", "Stage"), "stage", "accent"),
    timeline.ASSIGNED: (QT_TRANSLATE_NOOP("Timeline", "Assigned"), "assign", "accent"),
    timeline.RECYCLED: (QT_TRANSLATE_NOOP("Timeline", "Back to the pool"), "pool", "secondary"),
    timeline.BLACKLISTED: (QT_TRANSLATE_NOOP("Timeline", "Blacklisted"), "ban", "danger"),
    timeline.UNBLACKLISTED: (QT_TRANSLATE_NOOP("Timeline", "Off the blacklist"), "check", "success"),
    timeline.TAGGED: (QT_TRANSLATE_NOOP("Timeline", "Tags changed"), "tag", "secondary"),
}
_RESULTS = {
    StageKind.ORDER_WON.value: (QT_TRANSLATE_NOOP("Timeline", "Closed: order won"), "success", "success"),
    StageKind.ORDER_LOST.value: (QT_TRANSLATE_NOOP("Timeline", "Closed: order lost"), "close", "danger"),
    StageKind.INVALID.value: (QT_TRANSLATE_NOOP("Timeline", "Closed: invalid"), "ban", "warning"),
    StageKind.RESULT.value: (QT_TRANSLATE_NOOP("Timeline", "Follow-up result"), "check", "accent"),
}
_SOMETHING = QT_TRANSLATE_NOOP("Timeline", "Entry of an unknown kind")
_ADDED = QT_TRANSLATE_NOOP("Timeline", "Added")
_REMOVED = QT_TRANSLATE_NOOP("Timeline", "Removed")
_TOLD = frozenset(
    {"bizOperatorType", "bizOperatorTypeName", "bizOperatorId", "bizOperatorName", "datas", "remark"}
)
"""Parts of the content that are shown in places of their own."""


@dataclass(frozen=True, slots=True)
class Diff:
    """One thing that changed: a label, what it was ("": nothing), what it is ("": nothing any more).

    `field` tells it from others, where the label does not.
    """

    label: str
    old: str
    new: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry in words. `at` in epoch seconds, 0 when nobody knows; `who` did it ("": not said)."""

    key: str
    section: Section
    icon: str
    tone: str
    title: str
    at: int
    who: str = ""
    text: str = ""
    diffs: tuple[Diff, ...] = ()

    @property
    def plain(self) -> str:
        """Everything it says in one text, for the clipboard and for those who listen."""
        changed = [f"{one.label}: {one.old or '—'} → {one.new or '—'}" for one in self.diffs]
        return "\n".join(part for part in (self.title, *changed, self.text, self.who) if part)


def told(behaviour: Behaviour, lookup: Lookup) -> Told:
    """Return an entry in words; a type nobody has told us of is shown under its own name."""
    known = _TITLES.get(behaviour.kind)
    title, icon, tone = known or (behaviour.kind or _SOMETHING, "history", "faint")
    if behaviour.kind == timeline.STAGE:
        title, icon, tone = _RESULTS.get(_code(behaviour.content.get("stageType")), (title, icon, tone))
    text = behaviour.note
    if behaviour.kind not in _WITHOUT_REST:
        text = "\n".join(part for part in (text, _rest(behaviour.content)) if part)
    return Told(
        behaviour.id,
        section_of(behaviour.kind),
        icon,
        tone,
        _tr(title),
        moment_of(behaviour),
        _who(behaviour, lookup),
        text,
        _DIFFS.get(behaviour.kind, _changes)(behaviour, lookup),
    )


def _who(behaviour: Behaviour, lookup: Lookup) -> str:
    if behaviour.operator_name:
        return behaviour.operator_name
    if behaviour.operator_id and behaviour.operator_kind in {0, 1}:
        return lookup.agent(behaviour.operator_id)
    return code_name("created_by_kind", behaviour.operator_kind) if behaviour.operator_kind else ""


def _changes(behaviour: Behaviour, lookup: Lookup) -> tuple[Diff, ...]:
    return tuple(
        Diff(
            field_label(one.field) if one.field in FIELD else one.name or one.field,
            _value(one.field, one.old, lookup),
            _value(one.field, one.new, lookup),
        )
        for one in behaviour.changes
        if (one.field or one.name) and (one.old or one.new)
    )


def _stage(behaviour: Behaviour, lookup: Lookup) -> tuple[Diff, ...]:
    # The server forgets the name of a stage that is gone; the tables here may still know it.
    name = behaviour.stage_name or (lookup.stage(behaviour.stage_id) if behaviour.stage_id else "")
    if not (name or behaviour.old_stage_name):
        return ()
    return (Diff(field_label("stage_id"), behaviour.old_stage_name, name),)


def _assigned(behaviour: Behaviour, lookup: Lookup) -> tuple[Diff, ...]:
    name = _text(behaviour.content.get("liableServiceName"))
    agent = name or lookup.agent(_text(behaviour.content.get("liableServiceId")))
    return (Diff(field_label("agent_name"), "", agent),) if agent else ()


def _tags(behaviour: Behaviour, _lookup: Lookup) -> tuple[Diff, ...]:
    added, removed = (_listed(behaviour.content.get(name)) for name in ("added", "removed"))
    return (
        *(Diff(_tr(_ADDED), "", one, "tags") for one in added),
        *(Diff(_tr(_REMOVED), one, "", "tags") for one in removed),
    )


def _none(_behaviour: Behaviour, _lookup: Lookup) -> tuple[Diff, ...]:
    return ()


_DIFFS: Mapping[str, Callable[[Behaviour, Lookup], tuple[Diff, ...]]] = {
    timeline.STAGE: _stage,
    timeline.ASSIGNED: _assigned,
    timeline.TAGGED: _tags,
    timeline.RECYCLED: _none,
}
_WITHOUT_REST = frozenset({*_DIFFS, timeline.CREATED, timeline.BLACKLISTED, timeline.UNBLACKLISTED})


def _value(field: str, value: str, lookup: Lookup) -> str:
    """Return a value as people call it, where the server gave a code or an id."""
    known = FIELD.get(field)
    if not value or known is None:
        return value
    if field in CODES and value.isdecimal():
        return code_name(field, int(value))
    if known.kind is Kind.SECONDS and value.isdecimal():
        return Formats.exact(int(value))
    if known.kind is Kind.IDS:
        return ", ".join(lookup.name(field, one.strip()) for one in value.split(",") if one.strip())
    return lookup.name(field, value)


def _rest(content: Mapping[str, Json]) -> str:
    """Return what else the server said, a line a part: nothing of an unknown entry is hidden."""
    parts = [(name, value) for name, value in content.items() if name not in _TOLD and value not in (None, "", [])]
    if len(parts) == 1 and parts[0][0] == "text":
        return _text(parts[0][1])
    return "\n".join(f"{name}: {_text(value)}" for name, value in parts)


def _text(value: Json) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=dict)


def _listed(value: Json) -> list[str]:
    return [_text(one) for one in value] if isinstance(value, list | tuple) else []


def _code(value: Json) -> int:
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()) else 0


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
