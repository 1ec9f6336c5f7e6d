"""The whole record of a customer as one compressed blob: SQLite's binary JSON, zstd with a trained dictionary."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, cast

import apsw

from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.json import Json

_DICTIONARY_BYTES = 64 * 1024
_LEARNT_FROM = 8
"""Bytes of samples that a byte of the dictionary is learnt from: from fewer it repeats them."""
_ENOUGH_SAMPLES = 64
_LEVEL = 3
# A record is one page's part of a 16 MiB reply at most.
_LARGEST = 64 * 1024 * 1024
_LOCAL = frozenset({"stage_id"})


def pack(customer: Customer) -> bytes:
    """Return the record of a customer as bytes; equal records give equal bytes."""
    fields = customer.fields
    if not _LOCAL.isdisjoint(fields):
        fields = {name: value for name, value in fields.items() if name not in _LOCAL}
    try:
        return apsw.jsonb_encode([fields, customer.extra], default=_plain)
    except UnicodeEncodeError:
        return apsw.jsonb_encode(_clean([fields, customer.extra]), default=_plain)


def mark_of(packed: bytes) -> int:
    """Return a number that differs when records differ."""
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "big", signed=True)


def unpack(customer_id: str, packed: bytes, local: Mapping[str, FieldValue]) -> Customer:
    """Return the customer whose record `pack` made, with the local fields added."""
    fields, extra = cast("tuple[dict[str, Any], dict[str, Json]]", apsw.jsonb_decode(packed))
    shaped: dict[str, FieldValue] = {name: _shaped(name, value) for name, value in fields.items()}
    shaped.update(local)
    return Customer(customer_id, shaped, extra)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _shaped(name: str, value: FieldValue) -> FieldValue:
    kind = FIELD[name].kind if name in FIELD else Kind.TREE
    if kind in {Kind.IDS, Kind.LIST} and isinstance(value, list):
        return tuple(value)
    if kind is Kind.CUSTOM and isinstance(value, list):
        return tuple(CustomValue(*part) for part in value)
    return value


def _clean(value: object) -> object:
    """Replace lone surrogates, which no UTF-8 has."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {str(_clean(name)): _clean(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_clean(part) for part in value]
    return value


class Squeezer:
    """Compresses and decompresses records with one dictionary (b"" for none)."""

    def __init__(self, dictionary: bytes) -> None:
        # zstandard costs 10 ms: a process that reads no record does without it.
        import zstandard  # noqa: PLC0415

        shared = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        # A file has one dictionary: its number would be four bytes in each record.
        form = zstandard.ZstdCompressionParameters.from_level(_LEVEL, write_dict_id=False)
        self._out = zstandard.ZstdCompressor(compression_params=form, dict_data=shared)
        self._in = zstandard.ZstdDecompressor(dict_data=shared)
        self.squeeze = self._out.compress

    def expand(self, blob: bytes) -> bytes:
        """Return what was compressed."""
        return self._in.decompress(blob, max_output_size=_LARGEST)


def train(samples: Sequence[bytes]) -> bytes:
    """Return a dictionary for records like `samples`, b"" when there are too few to learn from."""
    import zstandard  # noqa: PLC0415

    if len(samples) < _ENOUGH_SAMPLES:
        return b""
    size = min(_DICTIONARY_BYTES, sum(map(len, samples)) // _LEARNT_FROM)
    try:
        return zstandard.train_dictionary(size, list(samples)).as_bytes()
    except zstandard.ZstdError:
        return b""
