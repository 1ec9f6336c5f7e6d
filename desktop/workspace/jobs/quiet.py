"""Who stands in for those that listen, while there are none."""

from collections.abc import Callable


def nobody() -> None:
    """Do nothing."""


def passed(_what: object) -> None:
    """Want no answer."""


def stands_still(_job_id: str, then: Callable[[], None]) -> None:
    """Say that a job stands still: nobody carries it out."""
    then()
