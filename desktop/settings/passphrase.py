"""A file key kept under a passphrase: Argon2id makes the wrapping, a small file beside the data holds it."""

import base64
import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import CorruptFile, InvalidInput, NewerSchema, WrongKey
from desktop.domain.json import Json
from desktop.settings.preferencesfile import as_json, parsed
from desktop.settings.privatefile import read_bytes, write_whole

_VERSION = 1
_MOST_MEMORY = 1024 * 1024
"""KiB: a file that asks for more was not written by this program."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: passes, KiB of memory, lanes. The default is RFC 9106's for machines of any size."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 4


def keep_key(path: Path, file_key: bytes, passphrase: str, cost: Cost = Cost()) -> None:
    """Write the key file: `file_key` (32 bytes) wrapped under the passphrase, with a salt of its own.

    Raises InvalidInput for an empty passphrase, DiskFull, NotWritable.
    """
    if not passphrase:
        raise InvalidInput("passphrase", "missing")
    salt = secrets.token_bytes(16)
    pad, check_key = _derived(passphrase, salt, cost)
    # The pad is as long as the key and never used twice (the salt is new with every file), so XOR hides it whole.
    wrapped = bytes(left ^ right for left, right in zip(file_key, pad, strict=True))
    entry: dict[str, Json] = {
        "version": _VERSION,
        "kdf": "argon2id",
        "passes": cost.passes,
        "memory": cost.memory,
        "lanes": cost.lanes,
        "salt": base64.b64encode(salt).decode(),
        "wrapped": base64.b64encode(wrapped).decode(),
    }
    write_whole(path, as_json({**entry, "check": _check(entry, check_key)}))


def open_key(path: Path, passphrase: str) -> bytes:
    """Return the file key; raises WrongKey for another passphrase, CorruptFile, NewerSchema, NotWritable."""
    entry = parsed(read_bytes(path) or b"")
    if not isinstance(entry, dict):
        raise CorruptFile(kept_as=path.name)
    if entry.get("version") != _VERSION:
        raise NewerSchema(file=path.name)
    salt, wrapped, cost = _parts(entry, path)
    pad, check_key = _derived(passphrase, salt, cost)
    stated = {name: value for name, value in entry.items() if name != "check"}
    if not hmac.compare_digest(_check(stated, check_key), str(entry.get("check"))):
        raise WrongKey(file=path.name)
    return bytes(left ^ right for left, right in zip(wrapped, pad, strict=True))


def _parts(entry: dict[str, Json], path: Path) -> tuple[bytes, bytes, Cost]:
    try:
        salt = base64.b64decode(str(entry["salt"]), validate=True)
        wrapped = base64.b64decode(str(entry["wrapped"]), validate=True)
        cost = Cost(*(int(str(entry[name])) for name in ("passes", "memory", "lanes")))
    except (KeyError, ValueError) as error:
        raise CorruptFile(kept_as=path.name) from error
    sane = 1 <= cost.passes <= 100 and 8 * cost.lanes <= cost.memory <= _MOST_MEMORY and 1 <= cost.lanes <= 64
    if not sane or len(wrapped) != 32 or len(salt) < 8:
        raise CorruptFile(kept_as=path.name)
    return salt, wrapped, cost


def _derived(passphrase: str, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 -- only where there is no keyring

    # The same passphrase typed on another keyboard can come composed otherwise.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    raw = hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, 64, Type.ID)
    return raw[:32], raw[32:]


def _check(entry: Mapping[str, Json], check_key: bytes) -> str:
    stated = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(check_key, stated, hashlib.sha256).hexdigest()
