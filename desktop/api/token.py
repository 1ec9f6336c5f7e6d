"""Tokens: what they are and whom a client asks for them."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Token:
    """An access token: `expires_in` seconds of life, `server_time` by the server's clock when it was minted.

    `clock_offset` is what must be added to this machine's clock to get the server's, in seconds.
    """

    value: str = field(repr=False)
    expires_in: int = 86_400
    server_time: float = 0.0
    clock_offset: float = 0.0


class TokenSource(Protocol):
    """Whoever keeps the token that all of an account's clients share."""

    async def token(self) -> str:
        """Return the token to send. Raises AppError when none can be had."""
        ...

    async def refused(self, token: str) -> None:
        """Learn that the server refused `token`; return when `token()` may be asked again.

        Raises TokenContested or Stopped when asking again is no use now.
        """
        ...


@dataclass(frozen=True, slots=True)
class FixedToken:
    """One token for good, e.g. for a client that lives for one call; a refusal is passed on."""

    value: str = field(repr=False)

    async def token(self) -> str:
        """Return the token."""
        return self.value

    async def refused(self, token: str) -> None:
        """Accept the refusal: the call is repeated once with the same token and then fails."""
