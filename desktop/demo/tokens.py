"""Tokens: minted for a right signature, refused when expired, forgotten or outrun by a newer one."""

from hashlib import md5
from secrets import token_hex

from desktop.demo import codes
from desktop.demo.clock import Clock
from desktop.demo.options import Options


class Tokens:
    """The tokens alive and until when."""

    def __init__(self, options: Options, clock: Clock) -> None:
        self._options = options
        self._clock = clock
        self._alive: dict[str, float] = {}

    def mint(self, appid: str, create_time: str, sign: str) -> str:
        """Return a new token; raises Refused 900004 for another appid, 900003 for a wrong sign or time."""
        options = self._options
        if appid != options.appid:
            raise codes.Refused(codes.NOT_CONFIGURED)
        right = md5(f"{appid}{create_time}{options.app_key}".encode(), usedforsecurity=False).hexdigest()
        if sign != right or not self._is_near(create_time):
            raise codes.Refused(codes.BAD_SIGN)
        if options.tokens == "one":
            self._alive.clear()
        token = token_hex(16)
        self._alive[token] = self._clock.now() + options.token_seconds
        return token

    def check(self, token: str) -> None:
        """Return when the token is alive; raises Refused 900001 for none, 900002 for a dead one."""
        if not token:
            raise codes.Refused(codes.BLANK_TOKEN)
        if self._alive.get(token, 0.0) <= self._clock.now():
            raise codes.Refused(codes.TOKEN_EXPIRED)

    def forget(self) -> None:
        """Make every token die."""
        self._alive.clear()

    def _is_near(self, create_time: str) -> bool:
        if not create_time.isascii() or not create_time.isdigit():
            return False
        return abs(int(create_time[:18]) - self._clock.now()) <= self._options.sign_tolerance
