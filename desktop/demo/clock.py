"""The server's clock: real time, moved by what a test asks for."""

import time


class Clock:
    """Tells the time in seconds since the epoch; `offset` seconds are added."""

    def __init__(self) -> None:
        self.offset = 0.0

    def now(self) -> float:
        """Return the server's time, seconds."""
        return time.time() + self.offset

    def seconds(self) -> int:
        """Return the server's time in whole seconds."""
        return int(self.now())
