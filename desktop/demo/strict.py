"""Checks one request against the document's tables and reads its arguments."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote

from desktop.demo.documented import Call, Param
from desktop.demo.tables import CALLS, SHAPES

Values: TypeAlias = "dict[str, Any]"

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"-?\d{1,18}")


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: `path` still percent-encoded, header names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a request holds by the tables: its arguments, and what departs from the tables, in words."""

    values: Values
    departures: tuple[str, ...]


class Route:
    """One way to call a call: by the path of the table, or by the one shown beside it."""

    def __init__(self, call: Call, path: str) -> None:
        self.call = call
        self.prefix, self.takes_id, _ = path.partition("{")
        params = {"path": {}, "query": {}, "body": {}}  # type: dict[str, dict[str, Param]]
        for param in call.params:
            travels = "query" if param.travels == "path" and not self.takes_id else param.travels
            params[travels][param.name] = param
        self.path, self.query, self.body = params["path"], params["query"], params["body"]
        self.whole_body = call.whole_body

    def read(self, request: Request) -> Reading:
        """Return the arguments of `request` and how it departs from the tables."""
        values: Values = {}
        departures = [
            *_headers(self.call, request),
            *self._path(request, values),
            *self._query(request, values),
            *self._body(request, values),
        ]
        departures += _conditions(self.call, values)
        return Reading(values, tuple(departures))

    def _path(self, request: Request, values: Values) -> Iterator[str]:
        for name in self.path:
            text = unquote(request.path[len(self.prefix) :])
            if not _ID.fullmatch(text):
                yield f"{name}: not an id in the path"
            values[f"/{name}"] = text

    def _query(self, request: Request, values: Values) -> Iterator[str]:
        for name, text in parse_qsl(request.query, keep_blank_values=True):
            param = self.query.get(name)
            if param is None:
                yield f"{name}: not a query parameter of this call"
            elif name in values:
                yield f"{name}: sent twice"
            elif wrong := _wrong_text(param, text):
                yield f"{name}: {wrong}"
            else:
                values[name] = _from_text(param, text)
        yield from _missing(self.query, values)

    def _body(self, request: Request, values: Values) -> Iterator[str]:
        if not self.body:
            if request.body:
                yield "a body where the tables have none"
            return
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            yield "content-type: not application/json"
        try:
            body = json.loads(request.body)
        except (ValueError, RecursionError):
            yield "the body is not JSON"
            return
        if self.whole_body is not None:
            body = {self.whole_body.name: body}
        yield from _members(self.body, body, values)


def _headers(call: Call, request: Request) -> Iterator[str]:
    if not call.token:
        return
    if not request.headers.get("token"):
        yield "token: missing header"
    if request.headers.get("language") not in {"zh", "en"}:
        yield "language: missing header, or neither zh nor en"


def _missing(params: Mapping[str, Param], values: Mapping[str, object]) -> Iterator[str]:
    for name, param in params.items():
        if param.required and name not in values:
            yield f"{name}: required"


def _wrong_text(param: Param, text: str) -> str:
    if param.kind in {"Integer", "Long"} and not _NUMBER.fullmatch(text):
        return f"not of type {param.kind}"
    if param.choices and text not in param.choices:
        return f"not one of {', '.join(sorted(param.choices))}"
    return ""


def _from_text(param: Param, text: str) -> object:
    if param.kind in {"Integer", "Long"}:
        return int(text)
    if param.kind == "List":
        return [part for part in text.split(",") if part]
    return text


def _members(params: Mapping[str, Param], body: object, values: Values) -> Iterator[str]:
    if not isinstance(body, dict):
        yield "the body is not an object"
        return
    for name, value in body.items():
        param = params.get(name)
        if param is None:
            yield f"{name}: not a parameter of this call"
            continue
        values[name] = value
        for wrong in _wrong_value(param, value):
            yield f"{name}: {wrong}"
            values.pop(name, None)
    yield from _missing(params, body)


def _wrong_value(param: Param, value: object) -> Iterator[str]:
    if not _is_of(param, value):
        yield f"not of type {param.kind}"
    elif param.choices and str(value) not in param.choices:
        yield f"not one of {', '.join(sorted(param.choices))}"
    elif param.limit and isinstance(value, str) and len(value) > param.limit:
        yield f"longer than {param.limit}"
    elif param.kind in {"List", "Ids", "Json"}:
        yield from _wrong_elements(param, value)


def _is_of(param: Param, value: object) -> bool:
    if param.kind in {"Integer", "Long"}:
        return isinstance(value, int) and not isinstance(value, bool)
    if param.kind in {"List", "Ids"}:
        return isinstance(value, list)
    return isinstance(value, str)


def _wrong_elements(param: Param, value: object) -> Iterator[str]:
    elements = _unpacked(value) if isinstance(value, str) else value
    if not isinstance(elements, list):
        yield "not a list as JSON in a string"
    elif not param.shape:
        if not all(isinstance(element, str) for element in elements):
            yield "holds something else than strings"
    else:
        for element in elements:
            yield from _wrong_element(param.shape, element)


def _unpacked(text: str) -> object:
    try:
        return json.loads(text) if text else []
    except (ValueError, RecursionError):
        return None


def _wrong_element(shape: str, element: object) -> Iterator[str]:
    for wrong in _members(SHAPES[shape], element, {}):
        yield f"element: {wrong}"
    if shape == "field" and isinstance(element, dict) and not {"fieldid", "field_params"} & set(element):
        yield "element: neither fieldid nor field_params"


def _conditions(call: Call, values: Mapping[str, object]) -> Iterator[str]:
    for condition in call.conditions:
        when, _, needed = condition.partition(":")
        if needed:
            name, _, wanted = when.partition("=")
            if str(values.get(name)) == wanted and not values.get(needed):
                yield f"{needed}: required when {when}"
        elif not any(values.get(name) for name in condition.split("|")):
            yield f"one of {condition.replace('|', ', ')} is required"


class Routes:
    """Finds the call a path belongs to."""

    def __init__(self) -> None:
        self._exact: dict[str, list[Route]] = {}
        self._with_id: dict[str, list[Route]] = {}
        for call in CALLS:
            for path in call.paths:
                route = Route(call, path)
                table = self._with_id if route.takes_id else self._exact
                table.setdefault(route.prefix, []).append(route)

    def find(self, method: str, path: str) -> Route | str:
        """Return the route, or in words why there is none."""
        head, slash, tail = path.rpartition("/")
        found = self._exact.get(path) or (self._with_id.get(head + slash) if tail else None)
        if not found:
            return "no call of the document has this path"
        return next(
            (route for route in found if route.call.method == method), f"{method}: not the method of this call"
        )
