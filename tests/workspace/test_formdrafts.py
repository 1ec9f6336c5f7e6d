"""Input that was not saved: kept over a restart, per form, readable whatever is in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError
from desktop.workspace.formdrafts import FormDrafts
from tests.workspace.rig import KEY


class Place:
    """The outbox file of a folder, opened again and again; what is posted runs when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "outbox.db"
        self._posted: list[Callable[[], None]] = []
        self.failed: list[AppError] = []
        self.now = 1_700_000_000
        self.lane = self._open()

    def drafts(self) -> FormDrafts:
        made = FormDrafts(self.lane, self.failed.append, lambda: self.now)
        self.run()
        return made

    def run(self) -> None:
        """Wait for the lane, then run what it posted."""
        self.lane.submit(OutboxFile.drafts).result(10)
        while self._posted:
            self._posted.pop(0)()

    def restart(self) -> FormDrafts:
        self.lane.close()
        self.lane = self._open()
        return self.drafts()

    def _open(self) -> Lane[OutboxFile]:
        return Lane(lambda: OutboxFile.open(self._file, KEY), self._posted.append)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_what_was_kept_is_there_after_a_restart(place: Place) -> None:
    drafts = place.drafts()
    drafts.keep("customer/c1", {"typed": {"note": {"note": "张伟\nfirst \ud83d half"}}})
    place.now += 60
    drafts.keep("new/1", {"typed": {}})
    drafts.settle()
    found = place.restart()
    draft = found.get("customer/c1")
    assert draft is not None
    assert draft.when == 1_700_000_000
    assert draft.body == {"typed": {"note": {"note": "张伟\nfirst \ud83d half"}}}
    assert found.names("new/") == ["new/1"]
    assert found.names() == ["customer/c1", "new/1"]
    assert not place.failed


def test_a_dropped_draft_is_gone(place: Place) -> None:
    drafts = place.drafts()
    drafts.keep("customer/c1", {"a": 1})
    drafts.drop("customer/c1")
    drafts.drop("customer/never")
    drafts.settle()
    assert place.restart().names() == []


def test_a_draft_that_cannot_be_read_is_left_where_it_is(place: Place) -> None:
    for name, body in (("form.bad", "{"), ("form.list", '{"when": 1, "body": 3}'), ("other", "x")):
        place.lane.submit(OutboxFile.set_draft, name, body).result(10)
    assert place.drafts().names() == []
    assert set(place.lane.submit(OutboxFile.drafts).result(10)) == {"form.bad", "form.list", "other"}


def test_a_draft_typed_before_the_file_was_read_wins(place: Place) -> None:
    place.drafts().keep("new/1", {"n": "old"})
    place.run()
    drafts = FormDrafts(place.lane, place.failed.append, lambda: place.now)
    drafts.keep("new/1", {"n": "newer"})
    place.run()
    draft = drafts.get("new/1")
    assert draft is not None
    assert draft.body == {"n": "newer"}
