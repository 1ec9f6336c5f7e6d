"""The root of the error tree (`desktop.domain.errors`) and the two questions every failure answers."""

from enum import Enum
from typing import ClassVar


class Remedy(Enum):
    """What can be done about an error."""

    RETRY = "retry"
    ASK = "ask"
    REAUTHENTICATE = "reauthenticate"
    STOP = "stop"


class Sent(Enum):
    """Whether a failed request may have taken effect."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


class AppError(Exception):
    """A foreseen failure. `sent` says whether the request may have taken effect."""

    code: ClassVar[str] = "unexpected"
    remedy: ClassVar[Remedy] = Remedy.ASK

    def __init__(self, *, sent: Sent = Sent.NO, **details: str | int) -> None:
        super().__init__(self.code)
        self.sent = sent
        self.details = details

    def __str__(self) -> str:
        return " ".join([self.word, *(f"{name}={value}" for name, value in self.details.items())])

    @property
    def word(self) -> str:
        """The key of the words shown for this error."""
        return self.code
