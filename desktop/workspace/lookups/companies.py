"""Companies as the customers name them: the server has no call that lists them."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import AppError
from desktop.domain.query import Contains, Filled, Query
from desktop.workspace.files import AccountFiles

Company: TypeAlias = tuple[str, str]
"""Id and name; the id "" when the customers only name it."""

_LOOKED_AT = 600
_MOST = 50


class Companies:
    """Finds companies in the cache, beside the caller's thread."""

    def __init__(self, files: AccountFiles, trouble: Callable[[AppError], None]) -> None:
        self._files = files
        self._trouble = trouble

    def find(self, typed: str, answer: Callable[[Sequence[Company]], None]) -> None:
        """Hand over up to 50 companies whose name holds what is typed; with nothing typed those met last."""
        self._files.look_up.ask(companies_of, typed, answer=answer, failed=self._trouble)


def companies_of(file: CacheFile, typed: str) -> Sequence[Company]:
    """Return the companies of customers whose company's name holds what is typed, each once."""
    text = typed.strip()
    condition = Contains("enterprise_name", text) if text else Filled("enterprise_name")
    keys = file.first(Query(where=(condition,)), _LOOKED_AT).keys
    found: dict[str, str] = {}
    for row in file.rows(keys[:_LOOKED_AT], ("enterprise_id", "enterprise_name")):
        own, name = (value if isinstance(value, str) else "" for value in row.values)
        if name.strip():
            # One customer may only name the company that another one has by its id.
            found[name] = found.get(name) or own
    return [(own, name) for name, own in found.items()][:_MOST]
