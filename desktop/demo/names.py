"""Parts that names, phones, addresses and companies of generated people are made of."""

from functools import cache
from importlib.resources import files


@cache
def parts(kind: str) -> list[str]:
    """Return the parts of a kind in `names.txt`, the frequent ones first; raises KeyError for an unknown kind."""
    return _all()[kind]


@cache
def _all() -> dict[str, list[str]]:
    lines = (files(__package__) / "names.txt").read_text(encoding="utf-8").splitlines()
    return {kind: text.split() for kind, _, text in (line.partition(":") for line in lines)}
