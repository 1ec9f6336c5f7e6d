"""Questions to the cache of an account, answered beside the caller's thread."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from desktop.domain.query import Query
from desktop.workspace.files import AccountFiles
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.lookups.crowd import Crowd, crowd_of
from desktop.workspace.lookups.readings import Readings, readings_of

if TYPE_CHECKING:
    from desktop.domain.tags.holders import Holders
    from desktop.workspace.outbox.outbox import Outbox


class LookingUp:
    """The part of an account that only reads. Answers come in its thread; trouble shows in its status."""

    files: AccountFiles
    outbox: "Outbox"
    collections: Collections

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Read one customer from the cache and hand it to `answer`, None when it is not there.

        One that was made here is found by its former local id too.
        """
        # The first rows need nothing of it.
        from desktop.domain.ids import is_local  # noqa: PLC0415

        own = self.outbox.waiting.ids.get(customer_id, customer_id)

        def found(customer: Customer | None) -> None:
            answer(None if customer is None else self.outbox.showing.over(customer))

        # Who was made a moment ago is on the way into the cache: the lane that puts it there answers in its turn.
        lane = self.files.write if is_local(own) else self.files.look_up
        lane.ask(CacheFile.customer, own, answer=found, failed=self._trouble)

    def tag_counts(self, answer: Callable[[Mapping[str, int]], None]) -> None:
        """Count the customers of each business tag in the cache; tags of nobody are left out."""
        self.files.look_up.ask(CacheFile.tag_counts, answer=answer, failed=self._trouble)

    def tag_holders(
        self, tags: Sequence[str], answer: Callable[["Holders"], None], *, least: int = 1, limit: int = 200
    ) -> None:
        """Find who has at least `least` of these business tags: how many, and the first `limit` of them."""
        self.files.look_up.ask(CacheFile.tag_holders, tags, least, limit, answer=answer, failed=self._trouble)

    def crowd(self, query: Query, ids: Collection[str], everything: bool, answer: Callable[[Crowd], None]) -> None:
        """Find these customers, or with `everything` all of a result but them, and count their tags."""
        self.files.look_up.ask(crowd_of, query, ids, everything, answer=answer, failed=self._trouble)

    def readings(self, names: Sequence[str], answer: Callable[[Readings], None]) -> None:
        """Spell names in pinyin, beside the caller's thread: reading the tables takes a while the first time."""
        self.files.look_up.ask(readings_of, names, answer=answer, failed=self._trouble)

    def _load(self, kind: str) -> None:
        """Read a small table into the collections."""
        self.files.look_up.ask(
            _readable,
            kind,
            self.collections.language,
            answer=lambda loaded: self.collections.take(kind, loaded),
            failed=self._trouble,
        )

    def _trouble(self, error: AppError) -> None:
        raise NotImplementedError


def _readable(file: CacheFile, kind: str, language: str) -> tuple[list[Any], int] | None:
    """Read a small table, in the other language while this one was never fetched: a name beats an id."""
    return file.dictionary(kind, language) or file.dictionary(kind, "en" if language == "zh" else "zh")
