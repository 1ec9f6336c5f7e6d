"""What is refused here, before anything is sent."""

from collections.abc import Iterable

from desktop.domain.errors import InvalidInput
from desktop.domain.ids import checked_id

LARGEST_PAGE = 1000


def checked_ids(field: str, texts: Iterable[str]) -> list[str]:
    """Return the ids, trimmed. Raises InvalidInput ("bad_id", or "empty" when there is none)."""
    checked = [checked_id(field, text) for text in texts]
    if not checked:
        raise InvalidInput(field, "empty")
    return checked


def optional_id(field: str, text: str) -> str:
    """Return the id, trimmed, or "" for none. Raises InvalidInput("bad_id")."""
    return checked_id(field, text) if text.strip() else ""


def required(field: str, text: str, longest: int = 0) -> str:
    """Return the text as it is. Raises InvalidInput ("empty", or "too_long" beyond `longest` characters)."""
    if not text.strip():
        raise InvalidInput(field, "empty")
    if longest and len(text) > longest:
        raise InvalidInput(field, "too_long", limit=longest)
    return text


def paging(number: int, size: int) -> dict[str, str]:
    """Return the parameters of a page from 1 with 1-1000 records. Raises InvalidInput("page")."""
    if number < 1 or not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput("page", "page", limit=LARGEST_PAGE)
    return {"page_no": str(number), "page_size": str(size)}
