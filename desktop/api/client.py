"""`SobotClient`: every call of document 003, in sections."""

import asyncio
import random as chance
from collections.abc import Awaitable, Callable

from desktop.api.assignment import Assignment
from desktop.api.backoff import Backoff
from desktop.api.blacklist import Blacklist
from desktop.api.body import LARGEST
from desktop.api.caller import Caller
from desktop.api.customers import Customers, Enterprises
from desktop.api.dictionaries import Dictionaries
from desktop.api.follow_up import FollowUp
from desktop.api.sender import Sender
from desktop.api.tags import Labels, TagGroups, Tags
from desktop.api.token import TokenSource


class SobotClient:
    """The CRM API of one account, on one server, in one language. Build it where a loop runs.

    Sections: `customers`, `enterprises`, `tag_groups`, `tags`, `labels` (tags on customers), `follow_up`,
    `assignment`, `blacklist`, `dictionaries`.

    Any method raises
        InvalidInput    refused here, nothing was sent (ids outside [A-Za-z0-9_-]{1,64} among others)
        Offline         the network did not carry it; `sent` tells whether a write may have taken effect
        Busy            429, 5xx, 999999: retry later
        BadReply        the answer is not the API's
        TokenRefused    also after a new token; TokenContested, Stopped as the token source says
        Rejected        any other return code
    Reads are repeated by `backoff`; writes never, except once after a refused token. A cancelled caller leaves at
    once while its request goes on to its end.
    """

    def __init__(
        self,
        base_url: str,
        tokens: TokenSource,
        *,
        language: str = "zh",
        proxy: str = "",
        backoff: Backoff | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = chance.random,
        sender: Sender | None = None,
        largest: int = LARGEST,
    ) -> None:
        """Connect to nothing yet. `language` is "zh" or "en": names and messages come in it.

        `sender` shares the connections of another client, which then closes them; `largest` is the most bytes of a
        decoded reply that are taken. Raises InvalidInput for an address that is not https (http on loopback only)
        or a proxy that is not http(s).
        """
        self._sender = sender or Sender(base_url, proxy=proxy, largest=largest)
        self._owned = sender is None
        caller = Caller(
            self._sender, tokens, language=language, backoff=backoff or Backoff(), sleep=sleep, random=random
        )
        self.customers = Customers(caller)
        self.enterprises = Enterprises(caller)
        self.tag_groups = TagGroups(caller)
        self.tags = Tags(caller)
        self.labels = Labels(caller)
        self.follow_up = FollowUp(caller)
        self.assignment = Assignment(caller)
        self.blacklist = Blacklist(caller)
        self.dictionaries = Dictionaries(caller)

    async def aclose(self, within: float = 2.0) -> None:
        """Let requests under way end, `within` seconds at most, then close the connections."""
        if self._owned:
            await self._sender.aclose(within)
