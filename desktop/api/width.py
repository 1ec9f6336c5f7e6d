"""How many requests may be under way at once: a pure decision, as no rate limit is documented."""

START = 4
"""Requests under way at first."""

MOST = 16
"""Requests under way at most, however well the server answers."""

_FEWEST_REPLIES = 8
_LONGEST_REST = 64
_WORTH = 0.5


class Width:
    """Grows from START while replies are good and more requests bring more replies; halves when one is refused.

    It is looked at in rounds of a few replies. A step up that brings less than half of what it should is taken
    back and tried again after a rest, which doubles with each vain step. The first steps double the width; once a
    request was refused they are a quarter.
    """

    def __init__(self, most: int = MOST) -> None:
        self.limit = min(START, most)
        """Requests that may be under way now."""
        self.round = 0
        """The number of the round; what began in an earlier one says nothing about this width."""
        self._most = most
        self._refused = False
        self._seconds: list[float] = []
        self._before: tuple[int, float] | None = None
        self._resting = 0
        self._rest = 1

    def replied(self, seconds: float, round_: int) -> None:
        """Learn of a good reply to a request that began in a round, when no more could have begun."""
        if round_ != self.round:
            return
        self._seconds.append(seconds)
        if len(self._seconds) >= max(_FEWEST_REPLIES, self.limit):
            self._judge(self.limit * len(self._seconds) / max(sum(self._seconds), 1e-9))

    def refused(self, round_: int) -> None:
        """Learn that a request that began in a round was too many: refused, failed by the server, not answered."""
        if round_ == self.round:
            self._refused = True
            self._before = None
            self._turn(max(1, self.limit // 2))

    def _judge(self, rate: float) -> None:
        """Go on after a round that brought so many replies a second."""
        if self._before is not None and not self._was_worth(rate, *self._before):
            back = self._before[0]
            self._before, self._resting, self._rest = None, self._rest, min(2 * self._rest, _LONGEST_REST)
            self._turn(back)
            return
        if self._before is not None:
            self._before, self._rest = None, 1
        if self._resting:
            self._resting -= 1
            self._turn(self.limit)
            return
        higher = min(self._most, self.limit + (max(1, self.limit // 4) if self._refused else self.limit))
        self._before = (self.limit, rate) if higher > self.limit else None
        self._turn(higher)

    def _was_worth(self, rate: float, limit: int, before: float) -> bool:
        return rate / before >= 1 + _WORTH * (self.limit / limit - 1)

    def _turn(self, limit: int) -> None:
        """Begin a round of another width."""
        self.limit = limit
        self.round += 1
        self._seconds.clear()
