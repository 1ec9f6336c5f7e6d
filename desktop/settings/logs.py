"""What the program logs: little, to standard error only, and never a secret."""

import logging
import re
import sys
from collections.abc import Mapping
from typing import IO

_SECRET = re.compile(
    r"""(?ix)
    (?P<name>
        \b (?: app_?key | sign | token | passphrase | authorization | password | file_key ) \b ["']? \s* [:=] \s*
    )
    (?: "[^"]*" | '[^']*' | (?: bearer \s+ )? [^\s&,;)}\]]+ )
    """
)
_NOISY = ("httpx", "httpcore", "h11", "keyring", "asyncio")


def scrub(text: str) -> str:
    """Return text with the values of secrets (token, sign, app_key ...) blotted out."""
    return _SECRET.sub(r"\g<name>***", text)


class Lines(logging.Formatter):
    """One line a record: time, level, where, what, then the record's fields as key=value."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's line; of an exception only its type and place, which hold no one's data."""
        fields = record.__dict__.get("fields")
        pairs = fields.items() if isinstance(fields, Mapping) else ()
        told = " ".join([record.getMessage(), *(f"{name}={value}" for name, value in pairs)])
        failure = record.exc_info[0] if record.exc_info else None
        if failure is not None:
            told = f"{told} ({failure.__name__})"
        head = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower()} {record.name}"
        return scrub(f"{head}: {told}".replace("\n", " "))


def set_up_logging(*, verbose: bool = False, stream: IO[str] | None = None) -> None:
    """Send the program's log to standard error: warnings, or with `verbose` everything of its own.

    httpx logs whole URLs (the signed one among them) and is silenced at any level.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines())
    own = logging.getLogger("desktop")
    own.handlers[:] = [handler]
    own.propagate = False
    own.setLevel(logging.DEBUG if verbose else logging.ERROR)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
