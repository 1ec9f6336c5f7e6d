"""`kefu-desk demo-server`: invented customers on loopback, until interrupted."""

import subprocess
from argparse import Namespace

from desktop.cli.session import Session
from desktop.workspace.demo import demo_command


def run(parsed: Namespace, session: Session) -> int:
    """Serve until interrupted; the first line of output tells address, appid and app_key as JSON."""
    command = [*demo_command(), "--with-parent", "--port", str(parsed.port), "--customers", str(parsed.customers)]
    # The server stops when this end of its input closes, however this process ends.
    server = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 -- this program's own module
    session.closing.enter_context(server)
    session.closing.callback(server.terminate)
    return server.wait()
