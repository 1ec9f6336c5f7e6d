"""Setting stages: edits through the outbox, told with a way back; many at once are a job."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError
from desktop.domain.following.behaviour import StageKind
from desktop.domain.intents.following import SetStage
from desktop.domain.jobs.job import EditCustomers
from desktop.qt.toast import Toast, Tone
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.staging.people import Staged
from desktop.ui.staging.wording import gone_text, set_text
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup

Stored = Callable[[Sequence[Entry]], None]


class StageSetting(QObject):
    """Sets the stages of one account's customers.

    `told` with what happened; `undo_wanted` from the way back in it; `job_wanted` with a request when there are
    too many customers for edits one by one.
    """

    told = Signal(Toast)
    undo_wanted = Signal()
    job_wanted = Signal(object)

    def __init__(self, account: EditedAccount, lookup: Lookup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._lookup = lookup

    def put(
        self,
        whom: Staged,
        stage: str,
        kind: StageKind = StageKind.PROCESS,
        note: str = "",
        *,
        stored: Stored | None = None,
    ) -> None:
        """Put customers into a stage; who is there already stays unless there is more to say than that.

        `stored` is called once the edits are on the disk.
        """
        if stage not in self._account.collections.stages:
            self.told.emit(Toast(gone_text(self._lookup.stage(stage)), Tone.ERROR))
            return
        plain = kind is StageKind.PROCESS and not note
        moving = {key: one for key, one in whom.people.items() if not plain or one.stage != stage}
        if not moving:
            self.told.emit(Toast(self.tr("Nothing to change: the stage is as wanted already"), Tone.NEWS))
            return
        intents = [SetStage(customer=key, stage=stage, type=kind.value, note=note) for key in moving]
        text = set_text(self._lookup.stage(stage), kind, [one.name for one in moving.values()])
        # A customer without a stage cannot go back to none: the API has no call for it.
        undoable = any(one.stage for one in moving.values())

        def submit() -> None:
            self._account.outbox.submit(intents, label=text, answer=done, failed=failed)

        def done(entries: Sequence[Entry]) -> None:
            if stored is not None:
                stored(entries)
            undo = self.undo_wanted.emit if undoable else None
            toast = Toast(text, Tone.DONE, self.tr("Undo") if undoable else "", undo, "edit")
            # What was changed is painted first.
            QTimer.singleShot(0, self, lambda: self.told.emit(toast))

        def failed(error: AppError) -> None:
            self.told.emit(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), submit))

        submit()

    def put_many(self, ids: Sequence[str], stage: str, kind: StageKind, note: str) -> None:
        """Ask for the job that puts many customers into a stage."""
        edit = SetStage(customer="", stage=stage, type=kind.value, note=note)
        self.job_wanted.emit(EditCustomers(tuple(ids), edit))
