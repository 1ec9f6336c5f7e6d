"""Answers for widgets that may be gone when they come."""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject
from shiboken6 import isValid

P = ParamSpec("P")


def is_there(owner: QObject) -> bool:
    """Say whether Qt has not deleted an object yet."""
    return isValid(owner)


def while_there(owner: QObject, then: Callable[P, object]) -> Callable[P, None]:
    """Return `then` to be handed to whoever answers later: it does nothing once Qt has deleted `owner`.

    Signals end with their receiver by themselves; functions that are handed over do not.
    """

    def call(*arguments: P.args, **named: P.kwargs) -> None:
        if is_there(owner):
            then(*arguments, **named)

    return call
