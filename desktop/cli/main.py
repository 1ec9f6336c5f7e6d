"""The entry point: reads the arguments, runs one command or the window, and turns every end into an exit code."""

import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from desktop.app.options import Options
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED, TERMINATED, PIPE_CLOSED = 130, 143, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (default: the process's own) and return the exit code.

    0 done, 1 failed with one line on standard error, 2 wrong usage (argparse's own leave by SystemExit), 130
    interrupted, 141 when the reader of a pipe has gone, 143 terminated.
    """
    # Whatever this process and its children create is this user's alone.
    os.umask(0o077)
    parsed = _parsed(sys.argv[1:] if arguments is None else arguments)
    if parsed is None or parsed.command is None:
        return _window(Options() if parsed is None else _options(parsed))
    signal.signal(signal.SIGTERM, _leave)
    try:
        from desktop.cli.running import run_command  # noqa: PLC0415 -- the window needs none of it

        return run_command(parsed, _options(parsed))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED


def _window(options: Options) -> int:
    from desktop.app.start import run  # noqa: PLC0415 -- Qt loads for the window only

    try:
        return run(options)
    except AppError as error:
        from desktop.cli.failures import failed  # noqa: PLC0415 -- only a window that did not open needs it

        return failed(error, options.language)


def _parsed(given: Sequence[str]) -> "Namespace | None":
    if not given:
        return None
    from desktop.cli.parser import build  # noqa: PLC0415 -- a plain start of the window needs no parser

    return build().parse_args(given)


def _options(parsed: "Namespace") -> Options:
    return Options(
        demo=parsed.demo,
        profile=parsed.profile,
        data_dir=parsed.data_dir,
        language=parsed.lang,
        screenshot=parsed.screenshot,
        size=parsed.size,
        stall_log=parsed.stall_log,
    )


def _leave(*_: object) -> NoReturn:
    sys.exit(TERMINATED)


def _drop_output() -> None:
    # The interpreter flushes standard output once more when it ends, and would complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
