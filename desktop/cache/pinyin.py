"""Pinyin of names by table: characters of several readings are read as surnames where they stand first.

The tables are made on first use, from pypinyin's, and only in a process that writes.
"""

import os
import unicodedata
from functools import cache, lru_cache

_SURNAMES = {
    "万俟": "mo qi ",
    "尉迟": "yu chi ",
    "单于": "chan yu ",
    "澹台": "tan tai ",
    "单": "shan ",
    "曾": "zeng ",
    "仇": "qiu ",
    "解": "xie ",
    "查": "zha ",
    "区": "ou ",
    "朴": "piao ",
    "翟": "zhai ",
    "盖": "ge ",
    "乐": "yue ",
    "重": "chong ",
    "员": "yun ",
    "缪": "miao ",
    "召": "shao ",
    "折": "she ",
    "洗": "xian ",
    "黑": "he ",
    "秘": "bi ",
    "覃": "qin ",
    "薄": "bo ",
    "种": "chong ",
    "祭": "zhai ",
    "贲": "ben ",
    "能": "nai ",
    "句": "gou ",
    "阚": "kan ",
    "乜": "nie ",
    "繁": "po ",
    "郗": "xi ",
    "谌": "chen ",
    "尉": "yu ",
}
"""Where a surname is read otherwise than the character's first reading."""

_NAME_SIZES = range(2, 5)


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    """Return for every Chinese character its plain syllable, the same with a blank behind, its first letter."""
    # Its table of 400,000 phrases, which takes three quarters of the import, is not needed here.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    # Only a process that writes pays for the import.
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    whole = {code: _plain(readings.partition(",")[0]) for code, readings in pinyin_dict.items()}
    spaced = {code: f"{syllable} " for code, syllable in whole.items()}
    heads = {code: syllable[0] for code, syllable in whole.items()}
    return whole, spaced, heads


@cache
def _plain(reading: str) -> str:
    decomposed = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _surname(name: str) -> str:
    if len(name) not in _NAME_SIZES:
        return ""
    return name[:2] if name[:2] in _SURNAMES else name[:1] if name[0] in _SURNAMES else ""


def syllables(name: str) -> str:
    """Return a name with each Chinese character as its syllable and a blank, the rest as it is.

    "单小明" gives "shan xiao ming ". Surnames count as such in names of two to four characters.
    """
    if name.isascii():
        return name
    surname = _surname(name)
    return _SURNAMES.get(surname, "") + name[len(surname) :].translate(_tables()[1])


@lru_cache(maxsize=4_096)
def searched(name: str) -> tuple[str, str]:
    """Return the pinyin and the initials of a name, both "" when it has no Chinese character.

    "单小明" gives ("shanxiaoming", "sxm"); characters that are not Chinese stay in both.
    """
    if name.isascii():
        return "", ""
    whole, _, heads = _tables()
    surname = _surname(name)
    reading, rest = _SURNAMES.get(surname, ""), name[len(surname) :]
    spelled = reading.replace(" ", "") + rest.translate(whole)
    if spelled == name:
        return "", ""
    return spelled, "".join(part[0] for part in reading.split()) + rest.translate(heads)
