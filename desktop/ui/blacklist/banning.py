"""Banning, lifting and extending: one gesture each, for one customer or a thousand, with a way back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import Ban, end_of_new, is_banned
from desktop.domain.errors import AppError
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.intent import Intent
from desktop.domain.jobs.job import FEW, EditCustomers
from desktop.qt.safetext import visible
from desktop.qt.toast import Toast, Tone
from desktop.settings.live import LivePreferences
from desktop.ui.blacklist.ban_dialog import BanDialog, Banned, Wished, was_kept
from desktop.ui.blacklist.ports import BannedAccount
from desktop.ui.blacklist.wording import CountedBans
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import paragraph


class Banning(QObject):
    """Changes the blacklist of one account. `told` with what happened, `undo_wanted` from the way back in it.

    `job_wanted(EditCustomers)` when there are too many customers for edits one by one.
    """

    told = Signal(Toast)
    undo_wanted = Signal()
    job_wanted = Signal(object)

    def __init__(self, account: BannedAccount, kit: Kit, preferences: LivePreferences, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._kit = kit
        self._preferences = preferences
        self._window = window
        self.dialog: BanDialog | None = None

    def ban(self, customers: Sequence[str]) -> None:
        """Ask for how long and why, then put these customers on the blacklist."""
        if len(customers) == 1 and not self._account.blacklist.name_of(customers[0]):
            self._account.customer(
                customers[0], lambda found: self._ask(customers, "" if found is None else found.name)
            )
        elif customers:
            self._ask(customers, self._name(customers))

    def extend(self, customers: Sequence[str]) -> None:
        """Ask for the new end, then have the bans of these customers begin anew."""
        listed = self._listed(customers)
        if listed:
            ids = [ban.customer_id for ban in listed]
            self._open(Banned(len(ids), self._name(ids), tuple(listed), extends=True), ids)
        elif customers:
            self.ban(customers)

    def lift(self, customers: Sequence[str]) -> None:
        """Take these customers off the blacklist; those that are on none are passed over."""
        ids = [ban.customer_id for ban in self._listed(customers)]
        if not ids:
            self.told.emit(Toast(self.tr("Nobody of them is on the blacklist"), Tone.NEWS))
            return
        intents = [Unblacklist(customer=one) for one in ids]
        self._store(intents, self.tr("Lifted the ban of {who}").format(who=self._who(ids)))

    def finish(self, bans: Sequence[Ban]) -> None:
        """Send once more what was refused."""
        for ban in bans:
            if ban.refused is not None:
                failed = partial(self._failed, again=partial(self.finish, [ban]))
                self._account.outbox.retry(ban.edit, answer=_nothing, failed=failed)

    def _ask(self, customers: Sequence[str], name: str) -> None:
        self._open(Banned(len(customers), name, tuple(self._listed(customers))), customers)

    def _open(self, about: Banned, customers: Sequence[str]) -> None:
        dialog = BanDialog(about, self._kit, self._preferences.current.ban_reasons, self._window)
        self.dialog = dialog

        def ended(result: int) -> None:
            self.dialog = None
            dialog.deleteLater()
            if result == QDialog.DialogCode.Accepted:
                self._ban(customers, dialog.wished, extends=about.extends)

        dialog.finished.connect(ended)
        dialog.open()

    def _ban(self, customers: Sequence[str], wished: Wished, *, extends: bool) -> None:
        if wished.templates != self._preferences.current.ban_reasons:
            self._preferences.change(ban_reasons=wished.templates)
        listed = {ban.customer_id for ban in self._listed(customers)}
        ids = [one for one in customers if wished.listed_too or one not in listed]
        if not ids:
            self.told.emit(Toast(self.tr("All of them are on the blacklist already"), Tone.NEWS))
            return
        if len(ids) > FEW and not listed & set(ids):
            edit = Blacklist(customer="", kind=wished.kind.value, reason=wished.reason)
            self.job_wanted.emit(EditCustomers(tuple(ids), edit))
            return
        kept = [ban for ban in self._listed(ids) if was_kept(ban)]
        # The server extends nothing: the old ban goes and the new one is made, both stored before either is sent.
        again = {ban.customer_id for ban in kept}
        intents: list[Intent] = []
        for one in ids:
            lift = [Unblacklist(customer=one)] if one in again else []
            intents += [*lift, Blacklist(customer=one, kind=wished.kind.value, reason=wished.reason)]
        for ban in kept:
            self._account.outbox.discard(ban.edit, answer=_nothing, failed=partial(self._failed, again=_nothing))
        self._store(intents, self._done_text(ids, wished.kind, extends=extends))

    def _store(self, intents: Sequence[Intent], text: str) -> None:
        def stored() -> None:
            self.told.emit(Toast(text, Tone.DONE, self.tr("Undo"), self.undo_wanted.emit, "edit"))

        again = partial(self._store, intents, text)
        self._account.outbox.submit(
            intents,
            label=text,
            answer=lambda _: stored(),
            failed=lambda error: self._failed(error, again),
        )

    def _done_text(self, ids: Sequence[str], kind: BlackType, *, extends: bool) -> str:
        end = end_of_new(kind, int(self._kit.formats.clock()))
        who = self._who(ids)
        if end is None:
            return self.tr("{who} blacklisted for good").format(who=who)
        moment = self._kit.formats.moment(end)
        text = (
            self.tr("{who}: ban extended to {moment}") if extends else self.tr("{who} blacklisted until {moment}")
        )
        return text.format(who=who, moment=moment)

    def _listed(self, customers: Sequence[str]) -> list[Ban]:
        found = (self._account.blacklist.of(one) for one in customers)
        now = int(self._kit.formats.clock())
        return [ban for ban in found if ban is not None and (ban.entry.active or is_banned(ban.entry, now))]

    def _name(self, ids: Sequence[str]) -> str:
        return self._account.blacklist.name_of(ids[0]) if len(ids) == 1 else ""

    def _who(self, ids: Sequence[str]) -> str:
        return visible(self._name(ids), limit=60) or CountedBans().customers(len(ids))

    def _failed(self, error: AppError, again: Callable[[], None]) -> None:
        self.told.emit(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), again))


def _nothing() -> None:
    """Wait for nothing: the bans change by their events."""
