import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.qt.chips import chip_colours
from desktop.qt.contrast import READABLE, contrast, mix, parse, readable_on
from desktop.qt.look import Density, Look, Scheme
from desktop.qt.theme import DARK, LIGHT, Tokens

INKS = ("text", "secondary", "faint", "accent", "danger", "warning", "success")
GROUNDS = ("window", "surface", "raised", "hover", "pressed", "selection", "selection_hover")
SOFT = ("danger_soft", "warning_soft", "success_soft", "info_soft")
ON_FILL = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_tooltip", "tooltip"),
    ("text", "found"),
    ("secondary", "found"),
)
both_themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02X}{:02X}{:02X}".format(*parts))


@both_themes
@pytest.mark.parametrize("ground", GROUNDS + SOFT)
@pytest.mark.parametrize("ink", INKS)
def test_every_text_is_readable_on_every_surface(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= READABLE


@both_themes
@pytest.mark.parametrize(("ink", "ground"), ON_FILL)
def test_text_on_fills_is_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= READABLE


@both_themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_focus_rings_stand_out(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


@both_themes
@given(colour=colours)
def test_chips_are_readable_in_any_colour(tokens: Tokens, colour: str) -> None:
    made = chip_colours(colour, tokens)
    assert contrast(made.text, made.fill) >= READABLE
    share, least = (0.27, 2.5) if tokens.dark else (0.14, 2.0)
    assert contrast(made.fill, tokens.window) >= 1.08
    if contrast(colour, tokens.window) >= least:
        assert made.fill == mix(colour, tokens.window, share)


@both_themes
@pytest.mark.parametrize("nonsense", ["", "red", "#12", "rgb(1,2)", "#GGGGGG", "url(x)", "#" * 10_000])
def test_a_bad_colour_becomes_the_neutral_chip(tokens: Tokens, nonsense: str) -> None:
    assert chip_colours(nonsense, tokens) == chip_colours(tokens.neutral, tokens)


@pytest.mark.parametrize(
    ("text", "read"),
    [("#3b7", "#33BB77"), ("3366FF", "#3366FF"), (" #a1B2c3 ", "#A1B2C3"), ("rgb(1, 2, 255)", "#0102FF"),
     ("rgb(1,2,256)", None), ("blue", None)],
)  # fmt: skip
def test_colours_from_outside(text: str, read: str | None) -> None:
    assert parse(text) == read


def test_a_hue_is_moved_no_further_than_needed() -> None:
    assert readable_on("#000000", "#FFFFFF") == "#000000"
    assert contrast(readable_on("#FFEB3B", "#FFFFFF"), "#FFFFFF") == pytest.approx(READABLE, abs=0.4)
    assert readable_on("#FFFFFF", "#808080", 30) in {"#000000", "#FFFFFF"}


def test_a_change_is_told_when_palette_and_sheet_stand(look: Look, qapp: QApplication) -> None:
    seen = []
    look.changed.connect(lambda: seen.append((qapp.palette().color(QPalette.ColorRole.Window), qapp.styleSheet())))
    look.set_scheme(Scheme.DARK)
    assert seen[0][0] == QColor(DARK.window)
    assert DARK.selection in seen[0][1]
    assert LIGHT.selection not in seen[0][1]
    look.set_scheme(Scheme.DARK)
    assert len(seen) == 1


def test_density_and_scale_change_heights_and_type(look: Look) -> None:
    assert (look.row_height, look.font().pixelSize()) == (32, 13)
    look.set_density(Density.COMPACT)
    assert look.row_height == 26
    look.set_scale(1.5)
    assert (look.row_height, look.font().pixelSize(), look.font("title").pixelSize()) == (39, 20, 30)
    look.set_scale(9)
    assert look.scale == 2.0


def test_the_system_scheme_follows_the_system(look: Look) -> None:
    look.set_scheme(Scheme.SYSTEM)
    # A bare platform names no scheme: the light one is shown then.
    assert look.tokens is LIGHT


def test_fallback_fonts_know_chinese(look: Look) -> None:
    assert {"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei"} <= set(
        look.font().families()
    )
    assert look.font(tabular=True).featureTags()
