"""What the values of one account are called: made anew with the account."""

from dataclasses import dataclass

from desktop.ui.wording.fieldtext import FieldText
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Collections, Lookup


@dataclass(frozen=True, slots=True)
class AccountWords:
    """Names from the account's collections, and texts made with them."""

    lookup: Lookup
    texts: FieldText


def account_words(collections: Collections, formats: Formats) -> AccountWords:
    """Return the words of an account."""
    lookup = Lookup(collections)
    return AccountWords(lookup, FieldText(lookup, formats))
