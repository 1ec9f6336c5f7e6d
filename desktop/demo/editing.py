"""How what was sent changes a customer's record."""

import json
from collections.abc import Mapping
from typing import Any

from desktop.demo import codes
from desktop.demo.people import Record, dumped
from desktop.demo.taxonomy import CUSTOMER_FIELDS, CustomField
from desktop.demo.tenant import AGENT, MYSELF

_STEERING = frozenset({"/id", "ex_field_str", "upset_ex_field_str"})
_BY_ID = {field.id: field for field in CUSTOMER_FIELDS}
_BY_PARAM = {field.param: field for field in CUSTOMER_FIELDS if field.param}
_ORDER = {field.id: place for place, field in enumerate(CUSTOMER_FIELDS)}


def sent_fields(values: Mapping[str, Any]) -> Record:
    """Return the plain fields of a save or update; raises Refused when nick is blank or the agent unknown."""
    fields = {name: value for name, value in values.items() if name not in _STEERING}
    if not str(fields["nick"]).strip():
        raise codes.Refused(codes.BAD_PARAMETER)
    agent = fields.get("liable_serviceid")
    if agent:
        if agent not in AGENT:
            raise codes.Refused(codes.BAD_PARAMETER)
        fields.setdefault("liable_service_name", AGENT[agent].name)
    return {**fields, "update_user_id": MYSELF.id, "update_user_name": MYSELF.name}


def answers_after(held: str, sent: str | None, *, merge: bool) -> str:
    """Return `ex_field_str` after a change: what was sent alone, or (`merge`) put over what is held.

    Raises Refused for a custom field that does not exist.
    """
    answers: dict[str, Record] = {}
    if merge:
        answers = {answer["fieldid"]: answer for answer in _answers(held)}
    for entry in json.loads(sent) if sent else ():
        field = _BY_ID.get(entry.get("fieldid", "")) or _BY_PARAM.get(entry.get("field_params", ""))
        if field is None:
            raise codes.Refused(codes.BAD_PARAMETER)
        answers[field.id] = _answer(field, entry["field_value"])
    return dumped(sorted(answers.values(), key=lambda answer: _ORDER.get(answer["fieldid"], len(_ORDER)))).decode()


def _answers(held: str) -> list[Record]:
    """Return the answers a record holds, none when they cannot be read."""
    try:
        answers = json.loads(held)
    except ValueError:
        return []
    return (
        [one for one in answers if isinstance(one, dict) and "fieldid" in one] if isinstance(answers, list) else []
    )


def _answer(field: CustomField, value: str) -> Record:
    answer: Record = {"fieldid": field.id, "field_value": value}
    chosen = [choice for choice in field.choices if choice.value in value.split(",")]
    if field.choices:
        answer["field_text"] = ",".join(choice.name[1] for choice in chosen)
    answer["field_type"] = str(field.type)
    if field.param:
        answer |= {"field_params": field.param, "data_params": ",".join(choice.param for choice in chosen)}
    return answer
