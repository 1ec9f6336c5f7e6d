"""China's provinces, cities and districts, the world's countries, time zones and languages: codes, names."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desktop.demo.tenant import Text

_ENDINGS = {
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "林区": "Forestry District",
    "矿区": "Mining District",
    "新区": "New Area",
    "地区": "Prefecture",
    "省": "Province",
    "市": "City",
    "区": "District",
    "县": "County",
    "盟": "League",
    "旗": "Banner",
}
_WHOLE = (
    "Region",
    "Province",
    "SAR",
    "Counties",
    "counties",
    "Island",
    "Kowloon",
    "Territories",
    "Peninsula",
    "Islands",
)


@dataclass(frozen=True, slots=True)
class Region:
    """A province, city or district: six-digit code, names, and the code of what it lies in."""

    code: str
    name: Text
    parent: str


def _english(stem: str, chinese: str, depth: int) -> str:
    if stem.endswith(_WHOLE) or stem.startswith("Counties") or (depth == 0 and not chinese.endswith("省")):
        return stem
    ending = next((english for end, english in _ENDINGS.items() if chinese.endswith(end)), "")
    return f"{stem} {ending}".rstrip()


@cache
def regions() -> dict[str, Region]:
    """Return every region by its code, in the order of the codes."""
    found: dict[str, Region] = {}
    above = ["", "", ""]
    for line in _read("regions.csv").splitlines():
        place, chinese, stem = line.split(",")
        depth = place.count(".")
        own = (above[depth - 1] if depth else "") + place.lstrip(".")
        above[depth] = own
        parent = above[depth - 1].ljust(6, "0") if depth else ""
        code = own.ljust(6, "0")
        found[code] = Region(code, (_english(stem, chinese, depth), chinese), parent)
    return found


@cache
def children() -> dict[str, tuple[Region, ...]]:
    """Return the regions in each region by its code; "" holds the provinces."""
    found: dict[str, list[Region]] = {}
    for region in regions().values():
        found.setdefault(region.parent, []).append(region)
    return {code: tuple(inside) for code, inside in found.items()}


@cache
def countries() -> tuple[tuple[str, Text], ...]:
    """Return every country: id and name."""
    lines = (line.split(";") for line in _read("countries.csv").splitlines())
    return tuple((number, (english, chinese)) for number, chinese, english in lines)


@cache
def zones() -> tuple[tuple[str, Text], ...]:
    """Return the time zones: id and what people read, such as "GMT+08:00 Beijing, Shanghai"."""
    lines = (line.split(";") for line in _read("timezones.csv").splitlines())
    return tuple(
        (zone, (f"GMT{offset} {english}", f"GMT{offset} {chinese}")) for zone, offset, chinese, english in lines
    )


LANGUAGES: tuple[tuple[str, Text], ...] = (
    ("zh", ("Simplified Chinese", "简体中文")),
    ("zh-Hant", ("Traditional Chinese", "繁体中文")),
    ("en", ("English", "英语")),
    ("ja", ("Japanese", "日语")),
    ("ko", ("Korean", "韩语")),
    ("es", ("Spanish", "西班牙语")),
    ("pt", ("Portuguese", "葡萄牙语")),
    ("fr", ("French", "法语")),
    ("de", ("German", "德语")),
    ("it", ("Italian", "意大利语")),
    ("ru", ("Russian", "俄语")),
    ("ar", ("Arabic", "阿拉伯语")),
    ("th", ("Thai", "泰语")),
    ("vi", ("Vietnamese", "越南语")),
    ("id", ("Indonesian", "印尼语")),
    ("ms", ("Malay", "马来语")),
    ("hi", ("Hindi", "印地语")),
    ("tr", ("Turkish", "土耳其语")),
)


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
