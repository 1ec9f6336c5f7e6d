"""Messages over a pipe: a length of four bytes, then JSON in UTF-8."""

import json
import struct
from collections.abc import Mapping
from typing import IO, TypeAlias, cast

from desktop.domain.json import Json

Message: TypeAlias = Mapping[str, Json]

_HEAD = struct.Struct(">I")
LONGEST = 16 * 1024 * 1024
"""Bytes a message may have; a longer length means that the pipe carries something else."""


class PipeBroken(Exception):
    """The pipe ended in the middle of a message, or carries something else."""


def packed(message: Message) -> bytes:
    """Return a message as it goes over the pipe."""
    body = json.dumps(message, separators=(",", ":")).encode()
    return _HEAD.pack(len(body)) + body


def read_message(pipe: IO[bytes]) -> Message | None:
    """Wait for the next message; None at the end. Raises PipeBroken."""
    head = pipe.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise PipeBroken
    (length,) = _HEAD.unpack(head)
    body = pipe.read(length) if length <= LONGEST else b""
    if len(body) < length:
        raise PipeBroken
    return cast("Message", json.loads(body))
