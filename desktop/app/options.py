"""What the program was started with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The options before any subcommand, and the hidden ones that tests and benchmarks use.

    `profile` is a name or a key, `language` "en" or "zh", None for the preference. `screenshot` saves the window
    once its first rows are painted and leaves; `size` is its size as "1280x800"; `stall_log` gets the stalls of
    the event loop, one a line.
    """

    demo: bool = False
    profile: str | None = None
    data_dir: Path | None = None
    language: str | None = None
    screenshot: Path | None = None
    size: str | None = None
    stall_log: Path | None = None
