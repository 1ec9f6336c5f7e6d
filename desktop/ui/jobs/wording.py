"""What jobs are called and how far they are, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.domain.jobs.job import (
    DropGroup,
    DropTags,
    EditCustomers,
    FixChoices,
    ImportCustomers,
    JobRequest,
    JobState,
    JobView,
    MergeTags,
    MoveTags,
    SplitGroup,
    TagCustomers,
)
from desktop.qt.safetext import visible
from desktop.ui.jobs.editwords import EditWords
from desktop.ui.wording.errortext import words_of
from desktop.ui.wording.formats import Formats, listed

_LONGEST = 40


class JobWords(QObject):
    """Texts of jobs in the language shown."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats

    def title(self, job: JobView) -> str:
        """Return what a job does, by the names it is about."""
        title = self.called(job.kind, job.about)
        return self.tr("Undo: {what}").format(what=title) if job.undoes else title

    def called(self, kind: str, about: tuple[str, ...]) -> str:
        """Return what a kind of job is called, with names."""
        if kind == EditCustomers.kind:
            given = _named(about[1:])
            return EditWords().title(about[0] if about else "", given)
        names = _named(about)
        first = _named(about[:-1])
        last = _named(about[-1:])
        texts = {
            TagCustomers.kind: self.tr("Tag: {names}"),
            MergeTags.kind: self.tr("Merge {first} into {last}"),
            MoveTags.kind: self.tr("Move {first} to {last}"),
            SplitGroup.kind: self.tr("Split {first} off into {last}"),
            DropGroup.kind: self.tr("Delete the group {names}"),
            DropTags.kind: self.tr("Delete the tags {names}")
            if len(about) > 1
            else self.tr("Delete the tag {names}"),
            FixChoices.kind: self.tr("Leave one tag of {names}"),
            ImportCustomers.kind: self.tr("Import {names}"),
        }
        return texts.get(kind, "{names}").format(names=names, first=first, last=last)

    def progress(self, job: JobView) -> str:
        """Return how far a job is, or what holds it up."""
        number = self._formats.number
        settled = self.tr("{done} of {total}").format(done=number(job.done + job.failed), total=number(job.total))
        if job.error is not None:
            return words_of(job.error).what
        if job.waits is not None and job.state is JobState.RUNNING:
            return f"{settled} · {words_of(job.waits).what}"
        match job.state:
            case JobState.PREPARING:
                return self.tr("Preparing…")
            case JobState.PAUSED:
                return f"{settled} · {self.tr('paused')}"
            case JobState.RUNNING if job.seconds_left is not None and job.rate >= 1:
                left = self.tr("{time} left").format(time=self._formats.duration(job.seconds_left))
                rate = self.tr("{rate}/s").format(rate=number(round(job.rate)))
                return f"{settled} · {rate} · {left}"
            case _:
                return settled

    def failed(self, job: JobView) -> str:
        """Return how many failed."""
        return self.tr("%Ln failed", "", job.failed)

    def ended(self, job: JobView) -> str:
        """Return what came of a job that is over."""
        title = self.title(job)
        if job.state is JobState.CANCELLED:
            done = self.tr("cancelled after %Ln customer(s)", "", job.done)
        elif job.failed:
            done = self.tr("%Ln customer(s) done", "", job.done) + ", " + self.failed(job)
        else:
            done = self.tr("%Ln customer(s) done", "", job.done)
        return f"{title} – {done}"

    def question(self, request: JobRequest) -> str:
        """Return the heading of a dry run."""
        match request:
            case TagCustomers():
                return self.tr("Change the tags of %Ln customer(s)?", "", len(request.customers))
            case MergeTags():
                return self.tr("Merge these tags?")
            case MoveTags() | SplitGroup():
                return self.tr("Move these tags to another group?")
            case DropGroup() | DropTags():
                return self.tr("Delete this?")
            case EditCustomers() | ImportCustomers():
                return self.tr("Change %Ln customer(s)?", "", len(request.customers))
            case FixChoices():
                return self.tr("Leave every customer one tag of the group?")


def _named(names: Sequence[str]) -> str:
    return listed(visible(name, limit=_LONGEST) for name in names)
