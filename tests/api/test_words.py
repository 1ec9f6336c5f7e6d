"""Every error has plain words in both languages, whatever raised it."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop
from desktop.api.request import RawReply
from desktop.api.wire.reply import read_reply
from desktop.domain.errors import (
    AppError,
    BadSign,
    Busy,
    InvalidInput,
    NotConfigured,
    PlanWithoutApi,
    Rejected,
    TokenContested,
    TokenRefused,
)
from desktop.domain.words import chinese as words_zh
from desktop.domain.words import english as words_en
from desktop.domain.words.fields import FIELDS_EN, FIELDS_ZH
from desktop.domain.words.say import say

RETURN_CODES: dict[str, tuple[type[AppError], str, str]] = {
    "700046": (PlanWithoutApi, "plan", "版本"),
    "900001": (TokenRefused, "access token", "访问令牌"),
    "900002": (TokenRefused, "access token", "访问令牌"),
    "900003": (BadSign, "app_key", "app_key"),
    "900004": (NotConfigured, "no API settings", "API 配置"),
    "999999": (Busy, "busy", "繁忙"),
    "510001": (Rejected, "group is no longer there", "标签组已不存在"),
    "510002": (Rejected, "tag group with this name", "同名的标签组"),
    "510003": (Rejected, "tag with this name", "同名的标签"),
    "510004": (Rejected, "parameter name", "参数名称"),
    "510005": (Rejected, "group has no name", "标签组没有名称"),
    "510006": (Rejected, "tag has no name", "标签没有名称"),
    "510007": (Rejected, "name is longer than 30", "名称超过 30"),
    "510008": (Rejected, "parameter name is longer than 30", "参数名称超过 30"),
}
"""003 "API return code": every code but 000000, the error it becomes, and what is said."""


def kinds(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from kinds(child)


def reasons() -> set[str]:
    """Return the reason of every InvalidInput the program builds with a constant one."""
    found = set()
    for file in Path(desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InvalidInput":
                found |= {str(part.value) for part in node.args[1:2] if isinstance(part, ast.Constant)}
    return found


@pytest.mark.parametrize("kind", sorted({kind.code for kind in kinds()}))
def test_every_error_of_the_tree_has_words(kind: str) -> None:
    assert kind in words_en.WORDS
    assert kind in words_zh.WORDS


def test_every_reason_of_refused_input_has_words() -> None:
    assert {"bad_id", "address_not_https", "profile_name"} <= reasons()
    assert reasons() - words_en.WORDS.keys() == set()
    assert reasons() - words_zh.WORDS.keys() == set()


@pytest.mark.parametrize("code", RETURN_CODES)
def test_every_return_code_becomes_its_error_in_both_languages(code: str) -> None:
    kind, english, chinese = RETURN_CODES[code]
    body = json.dumps({"ret_code": code, "ret_msg": "as the server says"}).encode()
    with pytest.raises(kind) as raised:
        read_reply(RawReply(200, body))
    assert type(raised.value) is kind
    assert english in say(raised.value, "en").what
    assert chinese in say(raised.value, "zh").what


def test_both_tables_say_the_same_things() -> None:
    assert words_en.WORDS.keys() == words_zh.WORDS.keys()
    assert FIELDS_EN.keys() == FIELDS_ZH.keys()
    for word, english in words_en.WORDS.items():
        chinese = words_zh.WORDS[word]
        assert placeholders(english) == placeholders(chinese), word
        assert all(text and text[-1] in ".)r" for text in english), word
        assert all(re.search(r"[\u4e00-\u9fff]", text) for text in chinese), word


def placeholders(texts: tuple[str, ...]) -> set[str]:
    return set(re.findall(r"{(\w+)}", " ".join(texts)))


def test_an_unknown_code_shows_itself_and_the_message_as_plain_text() -> None:
    error = Rejected("610001", "no {such} <b>thing</b>\u202e\n{ret_code}\x07")
    assert say(error, "en").what == "The server refused: no {such} <b>thing</b> {ret_code} (code 610001)."
    assert "610001" in say(error, "zh").what
    assert "{" not in say(Rejected("610001"), "en").what


def test_details_fill_the_words_and_missing_ones_do_not_break_them() -> None:
    assert "30" in say(TokenContested(wait=30), "en").meaning
    assert "(not said)" in say(TokenContested(), "en").meaning
    assert say(InvalidInput("nickname", "too_long", limit=50), "zh").what.startswith("昵称")
    assert say(InvalidInput("some_field", "unheard_of"), "en").what.startswith("some_field")
