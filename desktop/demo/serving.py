"""Serves the application on a loopback socket."""

import asyncio
import json
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any, cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from desktop.demo.application import CUT, Application
from desktop.demo.options import Options

HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
"""The addresses the server may stand on."""


class NotLoopback(ValueError):
    """The server serves this machine only."""


class _CuttableProtocol(H11Protocol):
    """Hands the application a way to close its connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does so only for sockets made with an explicit protocol; without it each reply waits for an ACK.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answer = cast("Callable[..., Any]", self.app)

        async def with_cut(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - uvicorn's own types are private
            await answer({**scope, "extensions": {CUT: self._cut}}, receive, send)

        self.app = with_cut

    def _cut(self) -> None:
        # Told first, or uvicorn would write its own reply into the closing connection.
        self.cycle.disconnected = True
        self.transport.abort()


def listening(host: str, port: int) -> socket.socket:
    """Return a socket bound to a loopback address; raises NotLoopback for any other, OSError when taken."""
    if host not in HOSTS:
        raise NotLoopback(host)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.create_server((host, port), family=family, backlog=256)
    bound.setblocking(False)
    return bound


def serve(application: Application, options: Options, bound: socket.socket, *, with_parent: bool) -> None:
    """Announce the address on standard output and serve until told to stop (or the parent is gone)."""
    config = uvicorn.Config(
        application,
        http=_CuttableProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        date_header=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    if with_parent:
        threading.Thread(target=_await_parent, args=(server,), daemon=True).start()
    host, port = bound.getsockname()[:2]
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    line = {"url": url, "appid": options.appid, "app_key": options.app_key}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    server.run(sockets=[bound])


def _await_parent(server: uvicorn.Server) -> None:
    while sys.stdin.buffer.read(4096):
        pass
    server.should_exit = True
