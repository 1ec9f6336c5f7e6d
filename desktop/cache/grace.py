"""How long an edit that the server has is still folded over what arrives: a reply may be as old as its deadline.

The end is kept by this machine's clock. One further off than it can be was noted before the clock was set back.
"""

GRACE = 60
"""Seconds."""


def is_over(until: float, now: float) -> bool:
    """Say whether the time is up that ends at `until`; both in seconds by this machine's clock."""
    return not now < until <= now + GRACE
