"""Every text is written for translation, and translated into something else than itself."""

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.ui.stage import I18N

DESKTOP = Path(__file__).parents[2] / "desktop"
LETTERS = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")
SHOWS = re.compile(
    r"set_?(Text|ToolTip|WindowTitle|PlaceholderText|AccessibleName|AccessibleDescription|TabText|StatusTip|Title"
    r"|ItemText|Prefix|Suffix|SpecialValueText|texts?|title|name|hint)"
    r"|add(Action|Item|Tab|Menu)|say|tell|show_text|Plain_?Label|(Icon)?Button|Toast|Choice|Question"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|Action|GroupBox)"
)
"""What puts its first text on the screen."""

OWN_NAMES = frozenset({"English", "简体中文", "Kefu Desk", "#RRGGBB"})
"""Languages are called by their own names; the program's name and the form of a colour are no words."""

SAME_IN_BOTH = frozenset(
    {
        "Kefu Desk",
        "CSV (*.csv)",
        "Facebook",
        "Instagram",
        "LINE",
        "QQ",
        "Telegram",
        "Discord",
        "VIP",
        "WhatsApp",
        "appid",
        "app_key",
    }
)
"""Names and words that Chinese users write as they are."""


def test_no_text_is_its_own_translation() -> None:
    same = set()
    for message in ET.parse(I18N / "kefu_zh_CN.ts").getroot().iter("message"):  # noqa: S314 - our own file
        source, translation = message.findtext("source") or "", message.find("translation")
        shown = "".join(translation.itertext()).strip() if translation is not None else ""
        if shown == source.strip() and LETTERS.search(re.sub(r"%n|\{\w*\}", "", source)):
            same.add(source)
    assert same == SAME_IN_BOTH


def test_no_text_of_ours_is_shown_as_it_stands_in_the_code() -> None:
    found = [
        f"{path.relative_to(DESKTOP)}:{call.lineno}: {text}"
        for part in ("ui", "qt", "app")
        for path in sorted((DESKTOP / part).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and SHOWS.fullmatch(called(call))
        for text in written(call)
        if LETTERS.search(text) and text not in OWN_NAMES
    ]
    assert not found


def called(call: ast.Call) -> str:
    """Return the last word of what is called."""
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def written(call: ast.Call) -> list[str]:
    """Return the texts that stand as positional arguments of a call, their fixed parts where they are composed."""
    parts: list[ast.expr] = []
    for argument in call.args[:2]:
        parts += argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
