"""What a form is for: what it is called, where its draft lies, what saving it means."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json
from desktop.ui.form.sheet_view import SheetView


class Purpose(Protocol):
    """One of: edit a customer, create one, create an enterprise."""

    @property
    def draft_name(self) -> str:
        """The name its draft is kept under."""

    def title(self) -> str:
        """Return the heading in the language shown."""

    def verb(self) -> str:
        """Return the word on the button that saves."""

    def problems(self, view: SheetView) -> Mapping[str, str]:
        """Return by field what the fields together have against being saved."""

    def intent(self, values: Mapping[str, Json]) -> Intent:
        """Return the edit that saves these values."""

    def label(self, fields: Sequence[str]) -> str:
        """Return what the edit is called when it is undone; `fields` are the titles of what changed."""
