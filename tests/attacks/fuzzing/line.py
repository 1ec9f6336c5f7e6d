"""A desktop's own line to the server: it can be cut and taken away without touching anybody else's."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_PIECE = 65_536


class Line:
    """Passes bytes on between a port of its own and a server; `url` stays the same while it is down."""

    def __init__(self, server: str) -> None:
        far = urlsplit(server)
        self._far = far.hostname or "", far.port or 0
        self._port = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where a desktop finds the server by this line."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_up(self) -> bool:
        """Whether anybody gets through."""
        return self._server is not None

    async def up(self) -> None:
        """Take connections."""
        if self._server is None:
            self._server = await asyncio.start_server(self._carry, "127.0.0.1", self._port)
            self._port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        """Break every connection, wherever it is."""
        for one in self._open:
            one.transport.abort()

    def down(self) -> None:
        """Break every connection and refuse new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.cut()

    async def __aenter__(self) -> Self:
        await self.up()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.down()

    async def _carry(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        if not self.is_up:
            # It was taken in the moment before: whoever is at its other end may have died since.
            near_out.transport.abort()
            return
        self._open.add(near_out)
        try:
            far_in, far_out = await asyncio.open_connection(*self._far)
            self._open.add(far_out)
            try:
                await asyncio.gather(_pass(near_in, far_out), _pass(far_in, near_out))
            finally:
                self._open.discard(far_out)
        finally:
            self._open.discard(near_out)


async def _pass(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(_PIECE):
            sink.write(data)
            await sink.drain()
    with suppress(OSError):
        sink.close()
