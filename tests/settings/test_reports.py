import io
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.settings.crash import KEPT, keep_report, report_of, write_report
from desktop.settings.logs import scrub, set_up_logging

CANARY = "app-key-canary"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    own = logging.getLogger("desktop")
    before = own.handlers[:], own.propagate, own.level
    set_up_logging(verbose=True, stream=stream)
    yield stream
    own.handlers[:], own.propagate = before[0], before[1]
    own.setLevel(before[2])


def failing(secret: str) -> None:
    try:
        {}[secret]
    except KeyError as error:
        raise ValueError(f"customer {secret}") from error


def test_a_report_tells_kinds_and_places_and_no_values(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=CANARY) as failure:
        failing(CANARY)
    path = write_report(tmp_path / "crashes", failure.value)
    report = path.read_text()
    assert CANARY not in report
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "in failing" in report
    assert str(Path.home()) not in report
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_endless_chain_of_causes_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert report_of(one).count("builtins.") == 2


def test_the_newest_reports_are_kept(tmp_path: Path) -> None:
    names = [keep_report(tmp_path, f"{number}").name for number in range(KEPT + 5)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)[-KEPT:]


@pytest.mark.parametrize(
    "text",
    [
        f"app_key={CANARY}",
        f"GET /api/get_token?appid=1&create_time=2&sign={CANARY}",
        f'{{"token": "{CANARY}", "x": 1}}',
        f"token: {CANARY}",
        f"Authorization: Bearer {CANARY}",
        f"{{'app_key': '{CANARY}'}}",
        f"KEFU_PASSPHRASE passphrase={CANARY}",
    ],
)
def test_secrets_are_blotted_out(text: str) -> None:
    assert CANARY not in scrub(text)
    assert "***" in scrub(text)


def test_other_text_is_left_alone() -> None:
    assert scrub("the token was refused; 12 tokens, sign up") == "the token was refused; 12 tokens, sign up"


def test_a_record_is_one_line_with_its_fields(log: io.StringIO) -> None:
    logging.getLogger("desktop.test").warning("pulled\nslice", extra={"fields": {"rows": 7, "app_key": CANARY}})
    line = log.getvalue()
    assert line.endswith("warning desktop.test: pulled slice rows=7 app_key=***\n")


def test_an_exception_is_logged_by_its_kind(log: io.StringIO) -> None:
    try:
        failing(CANARY)
    except ValueError:
        logging.getLogger("desktop.test").exception("went wrong")
    assert log.getvalue().endswith("went wrong (ValueError)\n")
    assert CANARY not in log.getvalue()


def test_whole_urls_are_never_logged(log: io.StringIO) -> None:
    for name in ("httpx", "httpcore.connection", "h11"):
        logging.getLogger(name).error("GET https://sg.sobot.io/api/get_token?sign=%s", CANARY)
        assert not logging.getLogger(name).isEnabledFor(logging.ERROR)
    assert log.getvalue() == ""
