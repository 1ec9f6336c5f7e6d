"""Who stands in for those that listen, while there are none."""

from collections.abc import Callable

from desktop.domain.errors import AppError, Irrevocable


def nobody() -> None:
    """Do nothing."""


def passed(_what: object) -> None:
    """Want no answer."""


def stands_still(_job_id: str, then: Callable[[], None]) -> None:
    """Say that a job stands still: nobody carries it out."""
    then()


def unless_lasting(fail: Callable[[AppError], None]) -> Callable[[AppError], None]:
    """Return what hears of errors, but not that nothing can be taken back."""

    def hear(error: AppError) -> None:
        if not isinstance(error, Irrevocable):
            fail(error)

    return hear
