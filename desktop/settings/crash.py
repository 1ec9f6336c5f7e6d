"""Reports of unforeseen failures: what kind and where, never whose data."""

import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from desktop import __version__
from desktop.settings.folder import private_folder
from desktop.settings.privatefile import write_whole

KEPT = 20
"""How many reports are kept."""


def report_of(error: BaseException) -> str:
    """Return a report of the kinds of error and the places they passed, and none of the values.

    Messages of exceptions can quote a customer's data, so only their types are told. An error that brings the
    report of another process (`report`) is followed by it.
    """
    lines: list[str] = [f"Kefu Desk {__version__}"]
    link: BaseException | None = error
    told: set[int] = set()
    while link is not None and id(link) not in told:
        told.add(id(link))
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [f"  {place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in _frames(link)]
        lines += str(getattr(link, "report", "")).splitlines()
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__)


def report_unforeseen() -> None:
    """Have this process write reports, not traces, of what nobody caught: standard error may go to a journal."""
    sys.excepthook = _on_exception
    threading.excepthook = lambda told: _write(told.exc_value)
    sys.unraisablehook = lambda told: _write(told.exc_value)


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, Exception):
        _write(error)
    else:
        sys.__excepthook__(kind, error, trace)


def _write(error: BaseException | None) -> None:
    if error is not None and sys.stderr is not None:
        sys.stderr.write(report_of(error))


def place(filename: str) -> str:
    """Return a source file's name without the folders that tell about the machine."""
    parts = filename.replace("\\", "/").split("/")
    for top in ("site-packages", "desktop"):
        if top in parts:
            return "/".join(parts[parts.index(top) + (top == "site-packages") :])
    return parts[-1]


def write_report(folder: Path, error: BaseException) -> Path:
    """Write the report of a failure into the folder and return its name; raises like `keep_report`."""
    return keep_report(folder, report_of(error))


def keep_report(folder: Path, report: str) -> Path:
    """Write a report into the folder (0600) and return its name; the oldest go beyond 20.

    Raises DiskFull, NotWritable.
    """
    private_folder(folder)
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1_000_000:06}.txt"
    write_whole(path, report.encode())
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path
