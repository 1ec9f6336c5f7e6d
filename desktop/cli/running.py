"""One command from its beginning to its exit code."""

import sys
from argparse import Namespace

from desktop.app.options import Options
from desktop.cli import commands
from desktop.cli.failures import FAILED, Refused, failed, tell
from desktop.cli.output import prepare_output
from desktop.cli.session import Session
from desktop.domain.errors import AppError
from desktop.settings.logs import set_up_logging


def run_command(parsed: Namespace, options: Options) -> int:
    """Run the command and return its exit code; every failure is told in one line.

    KeyboardInterrupt, SystemExit and BrokenPipeError pass.
    """
    prepare_output()
    set_up_logging()
    session = Session(options)
    try:
        return _ended(parsed, session)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 -- the last stop: reported, told, and an exit code
        return _unforeseen(error, session)
    finally:
        session.close()


def _ended(parsed: Namespace, session: Session) -> int:
    try:
        session.begin()
        code = commands.run(parsed.command, parsed, session)
        sys.stdout.flush()
    except Refused as refused:
        tell(refused.words[session.language])
        return refused.code
    except AppError as error:
        return failed(error, session.language)
    return code


def _unforeseen(error: Exception, session: Session) -> int:
    from desktop.settings.crash import write_report  # noqa: PLC0415 -- not needed while all goes well

    kind = type(error).__name__
    try:
        path = write_report(session.folder.crashes, error)
    except AppError:
        tell(
            session.say(
                f"unexpected failure ({kind}); no report could be written", f"意外错误（{kind}），无法写入报告"
            )
        )
        return FAILED
    tell(session.say(f"unexpected failure ({kind}); report: {path}", f"意外错误（{kind}），报告：{path}"))
    return FAILED
