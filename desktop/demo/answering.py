"""From a request to its answer: routing, the strict check, the token, the call itself."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.demo import codes
from desktop.demo.calls import HANDLERS
from desktop.demo.people import dumped
from desktop.demo.strict import Request, Route, Routes
from desktop.demo.world import Asked, World


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: HTTP status, body, and headers beyond content type, length and date."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = (("content-type", "application/json;charset=UTF-8"),)


class Answering:
    """Answers the calls of the document on the world that `world` returns."""

    def __init__(self, world: Callable[[], World]) -> None:
        self._world = world
        self._routes = Routes()

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request; what departs from the tables is recorded."""
        world = self._world()
        world.blacklist.expire(world.clock.now())
        route = self._routes.find(request.method, request.path)
        language = "en" if request.headers.get("language") == "en" else "zh"
        if isinstance(route, str):
            world.ledger.breach(request.method, request.path, "", (route,))
            return Answer(405 if "method" in route else 404, dumped(codes.said(codes.UNKNOWN, language)))
        try:
            return Answer(200, self._call(world, route, request, language))
        except codes.Refused as refused:
            return Answer(200, dumped(codes.said(refused.code, language)))

    def _call(self, world: World, route: Route, request: Request, language: str) -> bytes:
        call = route.call
        reading = route.read(request)
        if reading.departures:
            world.ledger.breach(request.method, request.path, call.section, reading.departures)
        if call.token:
            world.tokens.check(request.headers.get("token", ""))
        if reading.departures:
            raise codes.Refused(codes.BAD_PARAMETER)
        payload = HANDLERS[call.endpoint](world, Asked(reading.values, language))
        if call.writes:
            world.ledger.write(call.endpoint, reading.values, world.clock.now())
        return payload if isinstance(payload, bytes) else dumped({**payload, **codes.said(codes.GOOD, language)})
