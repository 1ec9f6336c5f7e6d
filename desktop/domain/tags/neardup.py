"""Tags that are probably meant to be one: the same but for case, width, blanks, sound or a slip."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from desktop.domain.dictionaries import Tag


class Likeness(Enum):
    """In what two names are the same."""

    SPELLING = "spelling"
    """But for case, width of letters and blanks."""
    SOUND = "sound"
    """Other characters with the same pinyin."""
    SLIP = "slip"
    """But for a letter or two."""


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two tags with nearly the same name; `first` stands before `second` in the server's order."""

    first: Tag
    second: Tag
    likeness: Likeness


_ONE_SLIP = 5
"""Letters from which on one slip is taken for one."""
_ONE_SLIP_SPOKEN = 9
_TWO_SLIPS = 12
_LONGEST = 60
"""Letters up to which slips are looked for: the work grows with their square, and nobody reads further."""


def near_duplicates(tags: Sequence[Tag], reading: Callable[[str], str]) -> tuple[NearDuplicate, ...]:
    """Return the pairs of tags with nearly the same name, the most alike first.

    `reading` gives the pinyin of a name ("" where it has no Chinese character). The same name in two groups is no
    near duplicate: the server allows it and "Other" stands in many groups.
    """
    found: dict[tuple[int, int], Likeness] = {}
    for likeness, groups in (
        (Likeness.SPELLING, _same((place, folded(tag.name)) for place, tag in enumerate(tags))),
        (Likeness.SOUND, _same((place, folded(reading(tag.name))) for place, tag in enumerate(tags))),
        (Likeness.SLIP, _slips([_letters(tag.name, reading) for tag in tags])),
    ):
        for pair in groups:
            first, second = pair
            if tags[first].name != tags[second].name:
                found.setdefault(pair, likeness)
    return tuple(NearDuplicate(tags[first], tags[second], like) for (first, second), like in found.items())


def folded(name: str) -> str:
    """Return a name without its case, width and blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _letters(name: str, reading: Callable[[str], str]) -> tuple[str, int]:
    """Return the letters of a name and how many slips are forgiven.

    Chinese words are a letter of pinyin apart without being alike, so there only long names are compared.
    """
    spoken = reading(name)
    text = folded(spoken or name)
    if not (_ONE_SLIP_SPOKEN if spoken else _ONE_SLIP) <= len(text) <= _LONGEST:
        return text, 0
    return text, 2 if len(text) >= _TWO_SLIPS and not spoken else 1


def _same(keyed: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, key in keyed:
        if key:
            places[key].append(place)
    for group in places.values():
        yield from combinations(group, 2)


def _slips(texts: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs at most as far apart as both forgive.

    Texts that are near become the same when letters are left out of both: only those are compared.
    """
    shortened: defaultdict[str, list[int]] = defaultdict(list)
    for place, (text, slips) in enumerate(texts):
        if slips:
            for key in _without(text, slips):
                shortened[key].append(place)
    compared: set[tuple[int, int]] = set()
    for places in shortened.values():
        for pair in combinations(places, 2):
            if pair not in compared:
                compared.add(pair)
                (one, allowed), (other, allowed_too) = texts[pair[0]], texts[pair[1]]
                if _is_slip(one, other, min(allowed, allowed_too)):
                    yield pair


def _without(text: str, letters: int) -> set[str]:
    found = {text}
    for _ in range(letters):
        found |= {short[:place] + short[place + 1 :] for short in found for place in range(len(short))}
    return found


def _is_slip(one: str, other: str, allowed: int) -> bool:
    # Numbers mean what they say: 2024 is no slip of 2023.
    if _digits(one) != _digits(other):
        return False
    return 0 < distance(one, other) <= allowed


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def distance(one: str, other: str) -> int:
    """Return how many letters to add, leave out, replace or swap with the next turn one into the other."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
