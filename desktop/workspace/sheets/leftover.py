"""The rows that an import leaves out, kept until the next one: its window may be closed, the program ended."""

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.errors import AppError
from desktop.domain.sheets.headers import Language
from desktop.domain.sheets.rejected import sentence
from desktop.domain.sheets.verdicts import Kind, Verdict

DRAFT = "import"
"""The name it is kept under, beside the drafts of forms."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an import may not have done: `rows` are those refused at once, with the reason in the last cell.

    `sent` are rows that were sent, with whom each is about; `titles` end with that of the reason. `job` carries
    the import out, `failed` are the customers whom the server refused since.
    """

    job: str
    name: str
    when: int
    language: Language
    titles: Sequence[str]
    rows: Sequence[Sequence[str]]
    sent: Sequence[tuple[str, Sequence[str]]] = ()
    failed: Mapping[str, AppError] | None = None

    def left(self) -> list[list[str]]:
        """Return the rows that were not imported, each with the reason."""
        failed = self.failed or {}
        refused = [[*row, sentence(failed[who], self.language)] for who, row in self.sent if who in failed]
        return [*(list(row) for row in self.rows), *refused]


def kept(
    job: str,
    name: str,
    table: tuple[Sequence[str], Sequence[Sequence[str]]],
    sent: Sequence[tuple[Verdict, Sequence[str]]],
    language: Language,
    now: int,
) -> str:
    """Return what is kept of an import at `now`: `table` as `rejected` makes it, `sent` its other rows."""
    titles, rows = table
    changing = [(verdict.customer, row) for verdict, row in sent if verdict.kind in {Kind.CREATE, Kind.UPDATE}]
    body = [job, name, now, language, titles, rows, changing]
    packed = zlib.compress(json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
    return base64.b85encode(packed).decode("ascii")


def unpacked(body: str) -> Leftover | None:
    """Return what was kept, None when a newer version kept it."""
    try:
        text = zlib.decompress(base64.b85decode(body)).decode("utf-8", "surrogatepass")
        job, name, when, language, titles, rows, sent = json.loads(text)
    except (ValueError, zlib.error):
        return None
    return Leftover(job, name, when, "zh" if language == "zh" else "en", titles, rows, [(a, b) for a, b in sent])
