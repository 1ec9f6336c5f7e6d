"""Errors of the tree as JSON and back: how they cross the pipe between processes."""

from collections.abc import Iterator, Mapping

from desktop.domain.errors import AppError, Busy, InvalidInput, Rejected, Sent
from desktop.domain.json import Json


def error_to_json(error: AppError) -> dict[str, Json]:
    """Return the error as a JSON object."""
    value: dict[str, Json] = {"code": error.code, "sent": error.sent.value, "details": dict(error.details)}
    match error:
        case Busy():
            value["retry_after"] = error.retry_after
        case Rejected():
            value["ret_code"], value["ret_msg"] = error.ret_code, error.ret_msg
        case InvalidInput():
            value["field"], value["reason"] = error.field, error.reason
    return value


def error_from_json(value: Mapping[str, Json]) -> AppError:
    """Return the error; one of an unknown kind comes back as plain AppError."""
    kind = _KINDS.get(str(value.get("code")), AppError)
    sent = Sent(value.get("sent", Sent.NO.value))
    details = _details(value.get("details"))
    if issubclass(kind, Rejected):
        return Rejected(str(value.get("ret_code")), str(value.get("ret_msg", "")), sent=sent)
    if issubclass(kind, InvalidInput):
        details.pop("field", None)
        return InvalidInput(str(value.get("field")), str(value.get("reason")), **details)
    if issubclass(kind, Busy):
        wait = value.get("retry_after")
        return Busy(retry_after=float(wait) if isinstance(wait, (int, float)) else None, sent=sent, **details)
    return kind(sent=sent, **details)


def _details(value: Json) -> dict[str, str | int]:
    if not isinstance(value, Mapping):
        return {}
    return {name: one for name, one in value.items() if isinstance(one, (str, int))}


def _tree(kind: type[AppError]) -> Iterator[type[AppError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)


_KINDS: dict[str, type[AppError]] = {kind.code: kind for kind in _tree(AppError)}
