"""Texts that Sobot keeps in several languages: looked up on the server, never kept here."""

from collections.abc import Sequence
from typing import Protocol

from desktop.domain.customers.multilingual import MultilingualContent
from desktop.domain.errors import ConnectFailed


class TextServer(Protocol):
    """The call that looks a text up (`api.dictionaries.Dictionaries.multilingual`)."""

    async def __call__(
        self, placeholder: str, languages: Sequence[str] = (), *, rich_text: bool = False
    ) -> MultilingualContent:
        """Return the text. Raises AppError."""


class Texts:
    """Looks texts up for one account; `server` is None while there is no network."""

    def __init__(self) -> None:
        self.server: TextServer | None = None

    async def look_up(self, placeholder: str, languages: Sequence[str], rich_text: bool) -> MultilingualContent:
        """Return a text by its placeholder like "{dc_test}" (003 "Query multilingual content detail").

        `languages` are codes, none for all; `rich_text` leaves markup in. Raises AppError.
        """
        if self.server is None:
            raise ConnectFailed(reason="not_connected")
        return await self.server(placeholder, languages, rich_text=rich_text)
