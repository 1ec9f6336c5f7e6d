"""Tags as small numbers: what customers' rows and the table `tagged` hold."""

from collections.abc import Iterable, Sequence

import apsw


def joined(numbers: Sequence[int]) -> str | None:
    """Return tag numbers as a row holds them, None for none."""
    return ",".join(map(str, numbers)) or None


class TagWords:
    """The table `tag` over one connection, remembered."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._numbers: dict[tuple[bool, str], int] = {}
        self._ids: dict[str, str] = {}

    def forget(self) -> None:
        """Forget numbers given in a transaction that did not happen."""
        self._numbers.clear()
        self._ids.clear()

    def numbers(self, tags: Iterable[tuple[bool, str]]) -> tuple[list[int], list[int]]:
        """Return the numbers of business tags and of WeCom tags; unknown tags get one."""
        pair: tuple[list[int], list[int]] = ([], [])
        for tag in tags:
            number = self._numbers.get(tag)
            if number is None:
                number = self._numbers[tag] = self._number(*tag)
            pair[tag[0]].append(number)
        return pair

    def known(self, tags: Iterable[str], *, wecom: bool) -> list[int]:
        """Return the numbers of those of the tags that any customer ever had."""
        query = "SELECT number FROM tag WHERE wecom = ? AND id = ?"
        return [row[0] for tag in tags for row in self._connection.execute(query, (wecom, tag))]

    def ids(self, text: str | None) -> tuple[str, ...]:
        """Return the tag ids of what `joined` made."""
        if not text:
            return ()
        return tuple([self._ids.get(number) or self._id(number) for number in text.split(",")])

    def _id(self, number: str) -> str:
        if number not in self._ids:
            self._ids.update(
                (str(key), tag) for key, tag in self._connection.execute("SELECT number, id FROM tag")
            )
        return self._ids[number]

    def _number(self, wecom: bool, tag: str) -> int:
        self._connection.execute("INSERT INTO tag(wecom, id) VALUES (?, ?) ON CONFLICT DO NOTHING", (wecom, tag))
        query = "SELECT number FROM tag WHERE wecom = ? AND id = ?"
        return int(self._connection.execute(query, (wecom, tag)).get)
