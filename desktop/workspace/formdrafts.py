"""Input that was not saved yet, kept in the outbox file: it survives a crash and a restart."""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TooLate
from contextlib import suppress
from dataclasses import dataclass, field

from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError
from desktop.domain.json import Json

_PREFIX = "form."


@dataclass(frozen=True, slots=True)
class Draft:
    """What was entered into a form: `name` says which form, `when` it was kept (seconds), `body` is the form's."""

    name: str
    when: int
    body: Mapping[str, Json] = field(default_factory=dict)


class FormDrafts:
    """The drafts of one account by name. All of it belongs to the account's thread; nothing waits for the disk."""

    def __init__(
        self, outbox: Lane[OutboxFile], failed: Callable[[AppError], None], clock: Callable[[], float]
    ) -> None:
        self._outbox = outbox
        self._failed = failed
        self._clock = clock
        self._held: dict[str, Draft] = {}
        self._written = True
        outbox.ask(OutboxFile.drafts, _PREFIX, answer=self._loaded, failed=failed)

    def get(self, name: str) -> Draft | None:
        """Return a draft, None when there is none."""
        return self._held.get(name)

    def names(self, lead: str = "") -> list[str]:
        """Return the names that begin with `lead`, the oldest draft first."""
        found = [draft for draft in self._held.values() if draft.name.startswith(lead)]
        return [draft.name for draft in sorted(found, key=lambda draft: draft.when)]

    def keep(self, name: str, body: Mapping[str, Json]) -> Draft:
        """Keep what was entered, in place of an earlier draft of this name."""
        draft = Draft(name, int(self._clock()), dict(body))
        self._held[name] = draft
        self._write(name, json.dumps({"when": draft.when, "body": draft.body}))
        return draft

    def drop(self, name: str) -> None:
        """Forget a draft; an unknown name is passed over."""
        if self._held.pop(name, None) is not None:
            self._write(name, None)

    def settle(self, seconds: float = 1.0) -> None:
        """Wait until what was kept is on the disk, `seconds` at most: the program is about to end."""
        if not self._written:
            with suppress(TooLate, CancelledError, AppError):
                # The lane works in order: when this is answered, the writes before it are done.
                self._outbox.submit(_nothing).result(seconds)

    def _write(self, name: str, body: str | None) -> None:
        self._written = False
        self._outbox.ask(OutboxFile.set_draft, _PREFIX + name, body, answer=lambda _: None, failed=self._failed)

    def _loaded(self, stored: Mapping[str, str]) -> None:
        for key, text in stored.items():
            name = key.removeprefix(_PREFIX)
            draft = _from_stored(name, text) if key.startswith(_PREFIX) else None
            if draft is not None:
                self._held.setdefault(name, draft)


def _from_stored(name: str, text: str) -> Draft | None:
    try:
        stored = json.loads(text)
        return Draft(name, int(stored["when"]), dict(stored["body"]))
    except (ValueError, KeyError, TypeError):
        # A draft of a newer version stays stored and unshown.
        return None


def _nothing(_file: OutboxFile) -> None:
    """Have the lane answer."""
