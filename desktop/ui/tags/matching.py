"""Whether a name answers what is typed: as it is written, in pinyin, or by initials. Pure."""

from collections.abc import Callable

from desktop.domain.tags.neardup import folded
from desktop.workspace.lookups.readings import Readings


def matcher(typed: str, readings: Readings) -> Callable[[str], bool]:
    """Return the test for `typed`; every word of it must be found."""
    words = [folded(word) for word in typed.split()]

    def matches(name: str) -> bool:
        pinyin, initials = readings.get(name, ("", ""))
        held = (folded(name), folded(pinyin), folded(initials))
        return all(any(word in form for form in held) for word in words)

    return matches
