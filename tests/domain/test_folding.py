from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import Spots, alternatives, fold


def found(search: str, shown: str) -> list[str]:
    return [shown[start:end] for start, end in Spots(search).within(shown)]


def test_words_are_found_whatever_their_case_and_width() -> None:
    assert found("wei ZHANG", "Zhang Wei, ＺＨＡＮＧ") == ["Zhang", "Wei", "ＺＨＡＮＧ"]
    assert found("张", "张伟 (小张)") == ["张", "张"]


def test_what_one_character_stands_for_is_found_in_it() -> None:
    assert found("株", "㈱山田") == ["㈱"]
    assert found("ss", "Straße") == ["ß"]
    assert found("iii", "Ⅷ 😀 viii") == ["Ⅷ", "iii"]


def test_the_longest_word_counts_where_several_begin() -> None:
    assert found("an anna", "Anna and Jan") == ["Anna", "an", "an"]


def test_phones_are_found_across_what_groups_their_digits() -> None:
    assert found("13800138000", "138 0013 8000") == ["138 0013 8000"]
    assert found("+86 138 0013", "138 0013 8000") == ["138 0013"]
    assert found("1380", "138 0013 8000") == ["138 0", "13 80"]
    assert found("1122", "from 11 22 on") == []


def test_nothing_is_found_for_nothing() -> None:
    assert found("", "Zhang") == []
    assert found("  ", "a b") == []
    assert found("a+b.*", "a+b.* aab") == ["a+b.*"]


@given(st.text(max_size=30), st.text(max_size=6))
def test_spans_are_in_order_within_the_text_and_hold_a_word(shown: str, search: str) -> None:
    asked = {word for words in alternatives(search) for word in words}
    after = 0
    for start, end in Spots(search).within(shown):
        assert after <= start < end <= len(shown)
        after = start
        piece = fold(shown[start:end])
        assert any(word in piece or word in "".join(filter(str.isdecimal, piece)) for word in asked)
