"""What the tools need from an account (`workspace.account.Account`)."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from desktop.domain.customers.multilingual import MultilingualContent
from desktop.domain.dictionaries import Language


class Texts(Protocol):
    """Texts that Sobot keeps in several languages (`workspace.lookups.texts.Texts`)."""

    async def look_up(self, placeholder: str, languages: Sequence[str], rich_text: bool) -> MultilingualContent:
        """Return a text by its placeholder. Raises AppError."""


class Languages(Protocol):
    """The collections a tool chooses from."""

    @property
    def languages(self) -> Mapping[str, Language]:
        """Customers' languages by code."""


class ToolAccount(Protocol):
    """An account whose texts can be looked up."""

    @property
    def texts(self) -> Texts:
        """Where texts are looked up."""

    @property
    def collections(self) -> Languages:
        """The small tables."""
