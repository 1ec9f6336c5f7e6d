"""The parts of others that the program is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """A library: its version, its licence as an SPDX expression, and the texts that come with it."""

    name: str
    version: str
    licence: str
    text: str
