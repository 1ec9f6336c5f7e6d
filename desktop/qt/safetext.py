"""Text from outside, made safe to show: never markup, no invisible characters that reorder or hide others."""

import re
import unicodedata

LIMIT = 4_000
"""Characters shown of one text; the rest is still copied and stored."""

_NAMES = {
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x061C: "ALM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_SUSPECT = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ud800-\\udfff\\ufeff\\ufff9-\\uffff]"
)


def visible(text: str, *, lines: bool = False, limit: int = LIMIT) -> str:
    """Return `text` as it is shown.

    Control and direction characters become visible names such as "[RLO]", lone surrogates U+FFFD; line breaks
    and tabs become one space unless `lines`. Longer texts are cut after `limit` characters with "…".
    """
    if len(text) > limit:
        text = text[:limit] + "…"
    if not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    keep = "\n\t" if lines else ""
    return _SUSPECT.sub(lambda match: _shown(match.group(), keep), text)


def tooltip(text: str) -> str:
    """Return `text` as tooltip markup that shows it literally, line breaks kept, "" for an empty text."""
    if not text:
        return ""
    shown = visible(text, lines=True).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="margin:0;white-space:pre-wrap">{shown}</p>'


def _shown(char: str, keep: str) -> str:
    if char in keep:
        return char
    if char in "\n\t":
        return " "
    code = ord(char)
    if code in _NAMES:
        return f"[{_NAMES[code]}]"
    if unicodedata.category(char) == "Cs" or code >= 0xFFFE:
        return "\ufffd"
    return f"[{code:02X}]"
