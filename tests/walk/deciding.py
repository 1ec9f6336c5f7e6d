"""Dialogs that ask: a conflict, a correction, a choice, what failed, input that is not saved."""

from desktop.domain.components import Component
from desktop.domain.edits.outbox import Clash
from desktop.domain.errors import Busy, Rejected, TimedOut
from desktop.domain.intents.intent import CreateTag
from desktop.domain.jobs.job import JobFailure
from desktop.domain.tags.holders import Holder, Holders
from desktop.ui.form.leaving import LeavingDialog
from desktop.ui.jobs.failures import FailuresDialog
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.outbox.wish_dialog import WishDialog
from desktop.ui.settings.licences_dialog import LicencesDialog
from desktop.ui.tags.choice_dialog import ChoiceDialog
from tests.walk.desk import WalkDesk

_LONG = "A name that a colleague typed without ever looking up 一个很长的名字"


async def conflict(desk: WalkDesk) -> None:
    await desk.customers()
    clashes = (
        Clash("name", "Old customers", "Regular customers", _LONG),
        Clash("color", "#2560D6", "#15703A", "#C62828"),
        Clash("multiple", True, False, True),
    )
    ConflictDialog("Rename the group Old customers", clashes, desk.kit, desk.window).open()


async def correction(desk: WalkDesk) -> None:
    await desk.customers()
    intent = CreateTag(local="a", name="Twice", group="g", param_name="twice")
    WishDialog("Create the tag Twice", intent, lambda _intent: None, desk.window).open()


async def choice(desk: WalkDesk) -> None:
    await desk.customers()
    names = ("王小明", _LONG, "Ann", "", "李雷", "Bob")
    holders = Holders(1_204, tuple(Holder(f"c{place}", name, ("a", "b")) for place, name in enumerate(names)))
    ChoiceDialog("Intention", holders, desk.kit, desk.window).open()


async def failures(desk: WalkDesk) -> None:
    await desk.customers()
    errors = (Rejected("500001"), Busy(), TimedOut())
    some = [JobFailure(f"c{place}", errors[place % 3], _LONG if place == 1 else "Ann") for place in range(6)]
    FailuresDialog(some, len(some), desk.window).open()


async def leaving(desk: WalkDesk) -> None:
    await desk.customers()
    LeavingDialog("手机, 备注", desk.window).open()


async def licences(desk: WalkDesk) -> None:
    await desk.customers()
    parts = [Component(f"Part {place}", "1.2.3", "LGPL-3.0-only", "Text\n" * 80) for place in range(9)]
    LicencesDialog(parts, desk.look.row_height, desk.window).open()


DECIDING = {
    "conflict": conflict,
    "correction": correction,
    "choice": choice,
    "failures": failures,
    "leaving": leaving,
    "licences": licences,
}
"""The scenes of dialogs that ask, by name."""
