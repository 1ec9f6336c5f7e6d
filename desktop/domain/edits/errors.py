"""Errors of edits on their way to the server: a person is asked. Part of the tree of `desktop.domain.errors`."""

from desktop.domain.apperror import AppError


class Conflict(AppError):
    """Someone else changed the same thing since this edit was made: nothing was sent."""

    code = "conflict"


class LeftBehind(AppError):
    """An edit of something whose making was refused or discarded: it can never be sent."""

    code = "left_behind"


class Incomplete(AppError):
    """A tag group was made while the answer was lost, and some of its tags are not there."""

    code = "incomplete"


class NotExtended(AppError):
    """Sobot took a ban that is there already and left it its old end: the old ban holds."""

    code = "not_extended"


class CustomerGone(AppError):
    """The server has no such customer any more: it was removed, or merged into another one."""

    code = "customer_gone"


class Unclear(AppError):
    """The answer to a call was lost, and nothing can be read that tells whether it was done: a person knows."""

    code = "unclear"


class HeldBack(AppError):
    """The last step of a job would harm the customers that failed before: it waits. `details` hold `failed`."""

    code = "held_back"


class OneOnly(AppError):
    """A customer would lose another tag: the group came to allow one only, after the edit was begun."""

    code = "one_only"


class StateForbids(AppError):
    """The list the customer is in now does not allow what was wanted: a colleague was there first."""

    code = "state_forbids"


class NotAssigned(AppError):
    """The server said that it was done, and what it has is something else."""

    code = "not_assigned"


class SeveralAlike(AppError):
    """The answer to a follow-up record was lost, and several new ones say the same. `details` hold `count`."""

    code = "several_alike"


class Irrevocable(AppError):
    """It was sent, and the document has no call that takes it back."""

    code = "irrevocable"
