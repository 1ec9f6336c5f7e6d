"""What customers answered in the custom fields: `ex_field_str`, JSON inside a string."""

import json
from collections.abc import Callable

from desktop.demo.names import parts
from desktop.demo.taxonomy import CUSTOMER_FIELDS, CustomField


class Answers:
    """Makes `ex_field_str` of a customer from its dice, with the choices' JSON prepared."""

    def __init__(self) -> None:
        makers = tuple(
            (_maker(field), place % 8 + 46, place * 7919) for place, field in enumerate(CUSTOMER_FIELDS)
        )
        self._makers = [
            tuple(maker for place, maker in enumerate(makers) if answered >> place & 1)
            for answered in range(1 << len(makers))
        ]
        self._all = len(self._makers) - 1

    def text(self, d: tuple[int, ...]) -> str:
        """Return the JSON list; some of the fields are answered, a few with nothing."""
        makers = self._makers[d[44] & (d[45] | 0x155) & self._all]
        return f"[{','.join([make(d[die] ^ twist) for make, die, twist in makers])}]"


def _maker(field: CustomField) -> Callable[[int], str]:
    if field.choices:
        prepared = _prepared(field)
        return lambda die: prepared[die % len(prepared)]
    head, tail = f'{{"fieldid":"{field.id}","field_value":"', f'","field_type":"{field.type}"}}'
    write = _WRITERS[field.variable]
    return lambda die: f"{head}{write(die) if die % 11 else ''}{tail}"


def _prepared(field: CustomField) -> list[str]:
    several = field.type == 7
    sets = [[choice] for choice in field.choices]
    if several:
        sets += [[*field.choices[:2]], [*field.choices[1:4]]]
    made = []
    for chosen in sets:
        answer = {
            "fieldid": field.id,
            "field_value": ",".join(choice.value for choice in chosen),
            "field_text": ",".join(choice.name[1] for choice in chosen),
            "field_type": str(field.type),
        }
        if field.param:
            answer |= {"field_params": field.param, "data_params": chosen[0].param}
        made.append(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    return made


_STREETS = parts("streets")

_WRITERS: dict[str, Callable[[int], str]] = {
    "customField1": lambda die: f"HT{2023 + die % 4}{die:05d}",
    "customField2": lambda die: (
        f"{_STREETS[die % 10]}{die % 399 + 1}号{die % 30 + 1}栋{die % 33 + 1}0{die % 6 + 1}室"
    ),
    "customField3": lambda die: f"{1955 + die % 52}-{die % 12 + 1:02d}-{die % 28 + 1:02d}",
    "customField4": lambda die: f"{8 + die % 13:02d}:{die % 6 * 10:02d}",
    "customField5": lambda die: str(die % 500 * 1000),
    "customField10": lambda die: (
        f"11010{die % 9 + 1}{1955 + die % 52}{die % 12 + 1:02d}{die % 28 + 1:02d}{die % 10000:04d}"
    ),
}
