"""The words that stand for codes in files: in English, in Chinese, and the codes themselves."""

from collections.abc import Mapping
from typing import Final

CODE_WORDS: Final[Mapping[str, Mapping[int, tuple[str, str]]]] = {
    "gender": {1: ("Male", "男"), 2: ("Female", "女")},
    "is_vip": {0: ("No", "否"), 1: ("Yes", "是")},
    "blacklisted": {0: ("No", "否"), 1: ("Yes", "是")},
    "status": {
        1: ("New", "新客户"),
        2: ("To assign", "待分配"),
        3: ("Following up", "跟进中"),
        4: ("Pool", "客户池"),
    },
}
_OTHERS: Final[Mapping[str, Mapping[str, int]]] = {
    "gender": {"m": 1, "f": 2, "man": 1, "woman": 2, "男性": 1, "女性": 2, "先生": 1, "女士": 2},
    "is_vip": {"true": 1, "false": 0, "y": 1, "n": 0, "vip": 1, "普通": 0, "√": 1, "×": 0},
    "status": {"公海": 4, "customer pool": 4, "跟进": 3, "follow-up": 3, "新": 1},
}


def word_of(field: str, code: int, *, chinese: bool) -> str:
    """Return the word for a code, the code itself when there is none."""
    words = CODE_WORDS.get(field, {}).get(code)
    return words[chinese] if words else str(code)


def code_of(field: str, text: str) -> int | None:
    """Return the code that a word of either language means, None for none."""
    known = CODE_WORDS.get(field, {})
    key = text.strip().casefold()
    named = {word.casefold(): code for code, words in known.items() for word in words}
    numbered = {str(code): code for code in known}
    return {**_OTHERS.get(field, {}), **numbered, **named}.get(key)
