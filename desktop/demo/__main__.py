"""`python -m desktop.demo`: starts a demo server from the command line."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.demo.application import Application
from desktop.demo.options import BadOption, Options
from desktop.demo.serving import NotLoopback, listening, serve

BROKEN_LOG = "KEFU_DEMO_BROKEN_LOG"
"""The environment variable that names a file broken calls are appended to."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m desktop.demo",
        description="A Sobot-compatible server on this machine, with made-up customers.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--customers", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--appid", default="demo")
    parser.add_argument("--app-key", default="demo-key")
    parser.add_argument(
        "--tokens", choices=("one", "many"), default="one", help="whether a new token kills the old"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="any other option or quirk of desktop.demo.options",
    )
    parser.add_argument("--with-parent", action="store_true", help="stop when standard input closes")
    return parser


def _options(given: argparse.Namespace) -> Options:
    values: dict[str, object] = {
        name: getattr(given, name) for name in ("customers", "seed", "appid", "app_key", "tokens")
    }
    for setting in given.set:
        name, _, text = setting.partition("=")
        values[name] = {"true": True, "false": False}.get(text, int(text) if text.isdigit() else text)
    return Options().changed(values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped; return 0, or 1 with a line on standard error, or 2 for wrong usage."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        options = _options(given)
        bound = listening(given.host, given.port)
    except (BadOption, NotLoopback) as wrong:
        parser.error(str(wrong))
    except OSError as taken:
        sys.stderr.write(f"{given.host}:{given.port}: {taken.strerror}\n")
        return 1
    log = os.environ.get(BROKEN_LOG)
    serve(Application(options, Path(log) if log else None), options, bound, with_parent=given.with_parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
