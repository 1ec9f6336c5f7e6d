import pytest

from desktop.domain.json import Json
from desktop.domain.releases import ASKED_EVERY, NoRelease, Release, is_due, is_newer, read_release


@pytest.mark.parametrize(
    ("offered", "present", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.1.10", "0.1.9", True),
        ("1.0", "0.9.9.9", True),
        ("1.0", "1.0.0", False),
        ("0.1.0", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(offered: str, present: str, newer: bool) -> None:
    assert is_newer(offered, present) is newer


def test_a_release_is_read_from_its_tag_and_page() -> None:
    page = "https://example.com/kefu/releases/v1.2.0"
    assert read_release({"tag_name": "v1.2.0", "html_url": page, "body": "<b>"}) == Release("1.2.0", page)
    assert read_release({"tag_name": "1.2"}) == Release("1.2", "")


@pytest.mark.parametrize(
    "raw",
    [None, [], "v1.0.0", {}, {"tag_name": ""}, {"tag_name": "latest"}, {"tag_name": "1"}, {"tag_name": ["1.0"]},
     {"tag_name": "1.0.0-rc1"}, {"tag_name": "1.0\n"}, {"tag_name": "9" * 50 + ".0"}],
)  # fmt: skip
def test_anything_else_is_no_release(raw: Json) -> None:
    with pytest.raises(NoRelease):
        read_release(raw)


@pytest.mark.parametrize(
    "page",
    ["http://example.com/x", "file:///etc/passwd", "javascript:alert(1)", "https://", "https://u:p@example.com/x",
     "https://example.com/" + "x" * 3000, "https://exa mple.com/", "https://example.com:x/", 7, None],
)  # fmt: skip
def test_a_page_that_a_browser_should_not_be_sent_to_is_left_out(page: Json) -> None:
    assert read_release({"tag_name": "1.0.0", "html_url": page}) == Release("1.0.0", "")


def test_nobody_is_asked_twice_a_day_and_a_clock_put_back_does_not_silence_it() -> None:
    now = 1_700_000_000
    assert is_due(0, now)
    assert not is_due(now, now)
    assert not is_due(now - ASKED_EVERY + 1, now)
    assert is_due(now - ASKED_EVERY, now)
    assert is_due(now + 10, now)
