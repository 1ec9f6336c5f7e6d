"""The child's tokens: asked of the parent, one question for all who wait."""

import asyncio
from collections.abc import Callable
from typing import cast

from desktop.workspace.child.errorjson import error_from_json
from desktop.workspace.child.pipe import Message


class ParentTokens:
    """Asks for tokens over the pipe; `say` sends a message, `heard` takes the answers."""

    def __init__(self, say: Callable[[Message], None]) -> None:
        self._say = say
        self._token = ""
        self._answer: asyncio.Future[str] | None = None

    async def token(self) -> str:
        """Return the token to send. Raises AppError as the parent's keeper does."""
        return self._token or await self._asked({"say": "token_wanted", "refused": None})

    async def refused(self, token: str) -> None:
        """Learn that the server refused `token`; return when there is another. Raises AppError."""
        if token == self._token:
            self._token = ""
            await self._asked({"say": "token_wanted", "refused": token})

    def heard(self, message: Message) -> None:
        """Take an answer of the parent; anything else is passed over."""
        answer = self._answer
        if answer is None or answer.done():
            return
        if message.get("do") == "token":
            self._token = str(message["value"])
            answer.set_result(self._token)
        elif message.get("do") == "no_token":
            answer.set_exception(error_from_json(cast("Message", message["error"])))

    async def _asked(self, question: Message) -> str:
        if self._answer is None or self._answer.done():
            self._answer = asyncio.get_running_loop().create_future()
            self._say(question)
        # One that stops waiting leaves the answer to the others.
        return await asyncio.shield(self._answer)
