"""What may stand in a customer's fields, asked at every key. Pure; nothing is looked up on the network.

A finding that is `refused` would be refused by the server or cannot be meant; any other is a word of warning:
the server takes more than what is usual, and people know their customers.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.errors import InvalidInput

NICKNAME_LONGEST = 50
"""Characters of a nickname (003 "Create Customer")."""
REAL_NAME_LONGEST = 50
"""Characters of a real name (003 "Edit Customer Info")."""
HOME = "CN"
"""Where a phone number without a country code is from."""

_PHONE_SHAPE = re.compile(r"[+\d][\d ()./*#-]*")
_PHONE_FEWEST = 3
_QQ = re.compile(r"[1-9]\d{4,11}")
_SPLIT = re.compile(r"[,;，；、\n]")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said about a value: the words are those of `error`."""

    error: InvalidInput
    refused: bool = True

    @property
    def word(self) -> str:
        """The key of the words."""
        return self.error.word


def refused(field: str, word: str, **details: str | int) -> Finding:
    """Return a finding that keeps the value from being saved."""
    return Finding(InvalidInput(field, word, **details))


def warned(field: str, word: str, **details: str | int) -> Finding:
    """Return a finding that is only said."""
    return Finding(InvalidInput(field, word, **details), refused=False)


def check_field(name: str, text: str) -> Finding | None:
    """Return what is to be said about a text field of `fields.FIELDS`, None when all is well."""
    check = _CHECKS.get(name)
    return check(text) if check else None


def check_nickname(text: str) -> Finding | None:
    """Ask for 1 to 50 characters."""
    if not text.strip():
        return refused("nickname", "missing")
    if len(text) > NICKNAME_LONGEST:
        return refused("nickname", "too_long", limit=NICKNAME_LONGEST)
    return None


def check_real_name(text: str) -> Finding | None:
    """Ask for 50 characters at most."""
    if len(text) > REAL_NAME_LONGEST:
        return refused("real_name", "too_long", limit=REAL_NAME_LONGEST)
    return None


def check_phone(text: str) -> Finding | None:
    """Refuse letters; warn of a number that no phone has, or that no one can call."""
    tidy = tidy_phone(text)
    if not tidy:
        return None
    if any(char.isalpha() for char in tidy):
        return refused("phone", "phone_letters")
    if not _PHONE_SHAPE.fullmatch(tidy) or sum(char.isdigit() for char in tidy) < _PHONE_FEWEST:
        return warned("phone", "phone_odd")
    return None if _plausible(tidy) else warned("phone", "phone_odd")


def check_email(text: str) -> Finding | None:
    """Refuse what is not an address; warn of one that mail cannot reach over the internet."""
    tidy = tidy_email(text)
    if not tidy:
        return None
    if not _is_email(tidy, reachable=False):
        return refused("email", "email_unreadable")
    return None if _is_email(tidy, reachable=True) else warned("email", "email_odd")


def check_qq(text: str) -> Finding | None:
    """Warn of anything but 5 to 12 digits."""
    return None if not text.strip() or _QQ.fullmatch(text.strip()) else warned("qq", "qq_odd")


def check_each(field: str, text: str) -> Finding | None:
    """Return the gravest finding on a field that holds several phones or e-mail addresses."""
    findings = [found for part in split_several(text) if (found := check_field(field, part))]
    return next((found for found in findings if found.refused), findings[0] if findings else None)


def check_repeated(field: str, texts: Sequence[str]) -> Finding | None:
    """Warn of a list that holds the same thing twice."""
    filled = [text.strip() for text in texts if text.strip()]
    return warned(field, "listed_twice") if len(set(filled)) < len(filled) else None


def split_several(text: str) -> list[str]:
    """Return the phones or addresses of a field, joined by commas or semicolons (003 "Add Customer")."""
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def join_several(parts: Sequence[str], like: str = "") -> str:
    """Join phones or addresses as `like`, the value they come from, was joined; by commas else."""
    return (";" if ";" in like and "," not in like else ",").join(part for part in parts if part)


def has_unseen(text: str) -> bool:
    """Say whether a text holds characters that are not seen: controls, direction marks, lone surrogates."""
    return any(unicodedata.category(char) in _UNSEEN for char in text)


def without_unseen(text: str, *, lines: bool = False) -> str:
    """Return a text without characters that are not seen; line breaks become blanks unless `lines`."""
    kept = []
    for char in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"):
        if char in "\n\t":
            kept.append(char if lines else " ")
        elif unicodedata.category(char) not in _UNSEEN or char == "\u200d":
            # The joiner inside emoji changes what is seen.
            kept.append(char)
    return "".join(kept)


def tidy_phone(text: str) -> str:
    """Return a phone as it is kept: full-width digits made plain, nothing unseen, no blanks around."""
    return " ".join(without_unseen(unicodedata.normalize("NFKC", text)).split())


def tidy_email(text: str) -> str:
    """Return an address as it is kept: full-width letters made plain, nothing unseen, no blanks around."""
    return without_unseen(unicodedata.normalize("NFKC", text)).strip()


def warm() -> None:
    """Load what the first phone and the first e-mail address would have to wait for."""
    check_phone("+86 13800138000")
    check_email("name@example.com")


def _plausible(phone: str) -> bool:
    # A hundred milliseconds of tables, needed when the first number is looked at.
    import phonenumbers  # noqa: PLC0415

    try:
        number = phonenumbers.parse(phone, HOME)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and phonenumbers.is_valid_number(number)


def _is_email(text: str, *, reachable: bool) -> bool:
    # Loaded when the first address is looked at.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        validate_email(text, check_deliverability=False, globally_deliverable=reachable)
    except EmailNotValidError:
        return False
    return True


_CHECKS: Mapping[str, Callable[[str], Finding | None]] = {
    "nickname": check_nickname,
    "real_name": check_real_name,
    "phone": check_phone,
    "email": check_email,
    "qq": check_qq,
}
