"""The body of a reply, decoded with an upper limit: a few kilobytes of gzip can stand for gigabytes."""

import zlib

LARGEST = 16 * 1024 * 1024
"""Most bytes of a decoded reply that are taken."""

LARGEST_IN_WINDOW = 2 * 1024 * 1024
"""The same in the process of the window: reading JSON stops all of its threads, 25 ms for each megabyte."""

_GZIP = 16 + zlib.MAX_WBITS


class BodyRefused(ValueError):
    """The body is too large or not what its encoding says; the first argument is the reason."""


class Body:
    """Collects the chunks of one reply's body."""

    def __init__(self, encoding: str, limit: int = LARGEST) -> None:
        self._inflater = _inflater(encoding)
        self._limit = limit
        self._chunks: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk as it came over the wire. Raises BodyRefused."""
        decoded = self._decoded(chunk)
        self._size += len(decoded)
        if self._size > self._limit:
            raise BodyRefused("too_large")
        self._chunks.append(decoded)

    def whole(self) -> bytes:
        """Return the decoded body once no chunk is left. Raises BodyRefused when it was cut."""
        if self._inflater is not None and self._chunks and not self._inflater.eof:
            raise BodyRefused("cut")
        return b"".join(self._chunks)

    def _decoded(self, chunk: bytes) -> bytes:
        if self._inflater is None:
            return chunk
        try:
            # One byte more than allowed is enough to know, whatever the rest would grow to.
            return self._inflater.decompress(chunk, self._limit - self._size + 1)
        except zlib.error:
            raise BodyRefused("not_gzip") from None


def _inflater(encoding: str) -> "zlib._Decompress | None":
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return None
    if encoding in {"gzip", "x-gzip"}:
        return zlib.decompressobj(_GZIP)
    if encoding == "deflate":
        return zlib.decompressobj()
    raise BodyRefused("unknown_encoding")
