"""Texts kept in several languages on the server."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.json import Json


@dataclass(frozen=True, slots=True)
class MultilingualContent:
    """A text by its placeholder, e.g. "{dc_test}" (003 "Query multilingual content detail").

    `translations` maps language codes to texts; times are milliseconds since the epoch; `status` 1 normal,
    -1 deleted.
    """

    id: str
    placeholder: str
    name: str
    default: str
    translations: Mapping[str, str] = field(default_factory=dict)
    status: int = 1
    category_id: str = ""
    company_id: str = ""
    created_ms: int = 0
    updated_ms: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)
