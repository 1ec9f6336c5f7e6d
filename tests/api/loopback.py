"""A socket that answers every connection with the same bytes: for what no HTTP server can be told to do."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def answering(answer: bytes, *, tls: ssl.SSLContext | None = None, drip: float = 0.0) -> AsyncIterator[str]:
    """Serve `answer` to every request, byte by byte each `drip` seconds, and close; yields host and port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            for part in [answer[at : at + 1] for at in range(len(answer))] if drip else [answer]:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(drip)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


def http(body: bytes, *, status: str = "200 OK", headers: str = "") -> bytes:
    """Return an HTTP answer that closes the connection."""
    head = f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n{headers}\r\n"
    return head.encode() + body
