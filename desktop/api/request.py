"""What to send and how to read the answer: values, no input or output."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from desktop.domain.json import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request, relative to the base URL.

    `params` is the query and `json` the body (None: none). `repeatable` says that sending it
    again on a failure is harmless. Query, body and headers may hold secrets and personal data: repr hides them.
    """

    method: Literal["GET", "POST"]
    path: str
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    json: Json = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    repeatable: bool = False

    def with_headers(self, **headers: str) -> "Request":
        """Return the request with these headers added."""
        return replace(self, headers={**self.headers, **headers})


@dataclass(frozen=True, slots=True)
class RawReply:
    """An HTTP answer as it came: `retry_after` and `server_time` in seconds where the headers said so."""

    status: int
    body: bytes = field(repr=False)
    retry_after: float | None = None
    server_time: float | None = None


Reply = Mapping[str, Json]
"""The JSON object of a reply whose ret_code was 000000."""


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """A request and the pure function that reads its answer."""

    request: Request
    decode: Callable[[Reply], T]


def nothing(_reply: Reply) -> None:
    """Read an answer that carries only its return code."""


def get(path: str, params: Mapping[str, str] | None = None, *, repeatable: bool = True) -> Request:
    """Build a GET request; a read unless `repeatable` is false."""
    return Request("GET", path, params or {}, repeatable=repeatable)


def post(path: str, json: Json, *, repeatable: bool = False) -> Request:
    """Build a POST request; a write unless `repeatable`."""
    return Request("POST", path, json=json, repeatable=repeatable)
