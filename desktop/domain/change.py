"""What a write changed: views follow it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Customers that a committed write added, updated or removed, by id.

    `everything` is set when listing them would cost more than reading anew.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    everything: bool = False

    def then(self, later: "Change") -> "Change":
        """Return both changes as one."""
        return Change(
            (*self.added, *later.added),
            (*self.updated, *later.updated),
            (*self.removed, *later.removed),
            everything=self.everything or later.everything,
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed or self.everything)


def both(one: Change, other: Change) -> Change:
    """Return what two writes changed together."""
    return Change(
        tuple(dict.fromkeys((*one.added, *other.added))),
        tuple(dict.fromkeys((*one.updated, *other.updated))),
        tuple(dict.fromkeys((*one.removed, *other.removed))),
        one.everything or other.everything,
    )
