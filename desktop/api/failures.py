"""httpx's failures as errors of the tree: the one table of the rim."""

import ssl

import httpx

from desktop.domain.errors import (
    AppError,
    ConnectFailed,
    Interrupted,
    Offline,
    ProxyFailed,
    Sent,
    TimedOut,
    TlsFailed,
)

_TABLE: tuple[tuple[type[Exception], type[Offline], Sent], ...] = (
    (httpx.ProxyError, ProxyFailed, Sent.NO),
    (httpx.ConnectTimeout, ConnectFailed, Sent.NO),
    (httpx.ConnectError, ConnectFailed, Sent.NO),
    (httpx.PoolTimeout, TimedOut, Sent.NO),
    (httpx.TimeoutException, TimedOut, Sent.UNKNOWN),
    (TimeoutError, TimedOut, Sent.UNKNOWN),
    (httpx.HTTPError, Interrupted, Sent.UNKNOWN),
    (httpx.StreamError, Interrupted, Sent.UNKNOWN),
    (OSError, Interrupted, Sent.UNKNOWN),
)
"""First match wins. A time-out after the connection stood leaves open whether the request took effect."""

FORESEEN = tuple({row[0] for row in _TABLE})
"""What a request may raise."""


def translated(error: Exception) -> AppError:
    """Return the error of the tree for a failure of httpx, without anything of the request in it."""
    if isinstance(error, httpx.ConnectError) and _is_tls(error):
        return TlsFailed()
    for foreseen, told, sent in _TABLE:
        if isinstance(error, foreseen):
            return told(sent=sent)
    raise TypeError(type(error).__name__)


def _is_tls(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
