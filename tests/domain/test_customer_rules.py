"""What may stand in a customer's fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.customers import rules
from desktop.domain.words.say import say


def said(name: str, text: str) -> str:
    """Return the word of what is said about a field, with "!" when it is refused."""
    found = rules.check_field(name, text)
    return "" if found is None else found.word + ("!" if found.refused else "")


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("nickname", "", "missing!"),
        ("nickname", " \t", "missing!"),
        ("nickname", "很" * 50, ""),
        ("nickname", "很" * 51, "too_long!"),
        ("real_name", "", ""),
        ("real_name", "x" * 51, "too_long!"),
        ("phone", "", ""),
        ("phone", "13800138000", ""),
        ("phone", "+86 138-0013-8000", ""),
        ("phone", "１３８００１３８０００", ""),
        ("phone", "\u202d13800138000\u202c", ""),
        ("phone", "010-12345678", ""),
        ("phone", "+1 415 555 2671", ""),
        ("phone", "400-820-8820", ""),
        ("phone", "138 0013 80o0", "phone_letters!"),
        ("phone", "张三", "phone_letters!"),
        ("phone", "12345", "phone_odd"),
        ("phone", "1380013800", "phone_odd"),
        ("phone", "¥138", "phone_odd"),
        ("email", "234468554@qq.com", ""),
        ("email", "zhang.wei@example.com.cn", ""),
        ("email", "张三@例子.中国", ""),
        ("email", "a@b@c.com", "email_unreadable!"),
        ("email", "name", "email_unreadable!"),
        ("email", "a b@c.com", "email_unreadable!"),
        ("email", "name@intranet", "email_odd"),
        ("qq", "12345678", ""),
        ("qq", "0123", "qq_odd"),
        ("wechat", "anything 微信", ""),
    ],
)
def test_each_field_is_judged_by_its_rules(name: str, text: str, word: str) -> None:
    assert said(name, text) == word


def test_every_finding_has_words_in_both_languages() -> None:
    words = [
        *("phone_letters", "phone_odd", "email_unreadable", "email_odd", "qq_odd", "listed_twice", "holds_unseen"),
        *("too_long_here", "no_longer_listed", "place_not_listed", "unknown_type"),
        *("date_unreadable", "time_unreadable", "number_unreadable", "missing", "too_long"),
    ]
    for word in words:
        said = [say(rules.refused("Phone", word, limit=50).error, language) for language in ("en", "zh")]
        assert said[0].what != said[1].what
        assert all(words.what and words.todo for words in said)
        assert "cannot be used" not in said[0].what


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    for name in ("nickname", "real_name", "phone", "email", "qq", "note"):
        rules.check_field(name, text)


@given(st.text())
def test_what_is_tidy_stays_so(text: str) -> None:
    for tidy in (rules.tidy_phone, rules.tidy_email, rules.without_unseen):
        assert tidy(tidy(text)) == tidy(text)
        assert not rules.has_unseen(tidy(text).replace("\u200d", ""))


@pytest.mark.parametrize("like", ["", "1,2", "1;2", "1,2;3"])
def test_several_are_joined_as_they_came(like: str) -> None:
    joined = rules.join_several(["13800138000", "13900139000"], like)
    assert joined == ("13800138000;13900139000" if like == "1;2" else "13800138000,13900139000")
    assert rules.split_several(joined) == ["13800138000", "13900139000"]


def test_a_list_that_repeats_is_warned_of() -> None:
    found = rules.check_repeated("whatsapp_ids", ("a", "b", " a"))
    assert found is not None
    assert (found.word, found.refused) == ("listed_twice", False)
    assert rules.check_repeated("whatsapp_ids", ("a", "", "")) is None
