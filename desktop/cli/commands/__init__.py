"""The commands, each loaded when it is run. A command returns the exit code."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.cli.session import Session

_MODULES = {
    "profile": "profile",
    "sync": "sync",
    "list": "listing",
    "export": "exporting",
    "import": "importing",
    "apply": "applying",
    "outbox": "outbox",
    "doctor": "doctor",
    "demo-server": "demo_server",
}


class _Command(Protocol):
    def run(self, parsed: "Namespace", session: "Session") -> int: ...


def run(name: str, parsed: "Namespace", session: "Session") -> int:
    """Run a command by its name and return the exit code; raises AppError, Refused."""
    command = cast("_Command", import_module(f"desktop.cli.commands.{_MODULES[name]}"))
    return command.run(parsed, session)
