"""One call from beginning to end: its token, its language, its repetitions."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from desktop.api.backoff import Backoff
from desktop.api.request import Call, RawReply, Request
from desktop.api.token import TokenSource
from desktop.api.wire.reply import read_reply
from desktop.domain.errors import AppError, TokenRefused

T = TypeVar("T")

_BESIDE = 128 * 1024
"""Bytes of a reply that is read beside the loop, whose other work would wait for it."""

_TOKEN = re.compile(r"[\x21-\x7e]{1,512}")


class SendsRequests(Protocol):
    """What carries a request: `sender.Sender`."""

    async def send(self, request: Request) -> RawReply:
        """Return the answer or raise AppError."""
        ...


class Caller:
    """Makes calls for one account in one language."""

    def __init__(
        self,
        sender: SendsRequests,
        tokens: TokenSource,
        *,
        language: str,
        backoff: Backoff,
        sleep: Callable[[float], Awaitable[None]],
        random: Callable[[], float],
    ) -> None:
        self._sender = sender
        self._tokens = tokens
        self._backoff = backoff
        self._sleep = sleep
        self._random = random
        self.language = language

    async def call(self, call: Call[T]) -> T:
        """Return what the call answers.

        A refused token is replaced and the call repeated once: the request did not take effect. Reads are repeated
        as `Backoff` says; a write raises with `sent` and leaves the decision to whoever wants it.
        """
        repeated = 0
        refused = False
        while True:
            token = await self._tokens.token()
            try:
                return await self._once(call, token)
            except TokenRefused:
                if refused:
                    raise
                refused = True
                await self._tokens.refused(token)
            except AppError as error:
                wait = self._backoff.wait(error, repeated, self._random()) if call.request.repeatable else None
                if wait is None:
                    raise
                repeated += 1
                await self._sleep(wait)

    async def _once(self, call: Call[T], token: str) -> T:
        if not _TOKEN.fullmatch(token):
            # A token that cannot stand in a header would be quoted by the error of the library below.
            raise TokenRefused
        request = call.request.with_headers(token=token, language=self.language)
        reply = await self._sender.send(request)
        if len(reply.body) > _BESIDE:
            return await asyncio.to_thread(_read, call, reply)
        return _read(call, reply)


def _read(call: Call[T], reply: RawReply) -> T:
    return call.decode(read_reply(reply))
