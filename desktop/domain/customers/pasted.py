"""Splits a pasted "name, phone, address" into fields. What is not understood becomes the note: nothing is lost."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.placefinder import PlaceFinder
from desktop.domain.customers.rules import NICKNAME_LONGEST, check_email, check_phone, tidy_email, tidy_phone
from desktop.domain.dictionaries import Region

READ = 4_000
"""Characters of a block that are looked at; what follows goes to the note."""


class Kind(Enum):
    """What a stretch of the text is."""

    REST = "rest"
    LABEL = "label"
    GAP = "gap"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text, from `start` up to `end`."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a block says. `place` goes from the province down; `stretches` cover the text without a hole."""

    nickname: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    place: tuple[Region, ...] = ()
    note: str = ""
    stretches: tuple[Stretch, ...] = field(default=(), compare=False)

    def fields(self) -> dict[str, FieldValue]:
        """Return what was found by the names of `fields.FIELDS`."""
        found: dict[str, FieldValue] = {
            "nickname": self.nickname,
            "phone": ",".join(self.phones),
            "email": ",".join(self.emails),
            "note": self.note,
        }
        for level, region in zip(("province", "city", "district"), self.place, strict=False):
            found |= {f"{level}_id": region.id, f"{level}_name": region.name}
        return {name: value for name, value in found.items() if value}


_GAP = re.compile(r"[\s,，;；|、:：。/]+")
_CLAIMED = "\0"
"""Stands for a character that is part of something else already."""
_NEW = re.compile(r"[\s\0,，;；|、:：。/]+")
_HARD = re.compile(r"[\n\r\t,，;；|、。]+")
_LABELS: dict[Kind, str] = {
    Kind.NAME: r"收货人姓名|客户姓名|姓名|收货人|收件人|联系人|客户|昵称|名字|称呼"
    r"|full name|name|contact|recipient|consignee",
    Kind.PHONE: r"联系电话|手机号码|手机号|电话号码|联系方式|移动电话|手机|电话"
    r"|telephone|mobile phone|mobile|phone|tel|cell",
    Kind.EMAIL: r"电子邮箱|电子邮件|邮箱地址|邮箱|邮件|e-?mail address|e-?mail|mail",
    Kind.PLACE: r"所在地区|收货地址|详细地址|联系地址|家庭住址|所在地|地址|住址|地区"
    r"|shipping address|address|addr|location",
    Kind.REST: r"备注|留言|说明|note|remark|comment",
}
_LABEL = re.compile(
    "|".join(f"(?P<{kind.name}>(?<![^\\W_])(?:{words})\\.?\\s*[:：]\\s*)" for kind, words in _LABELS.items())
    + r"|(?P<BARE>(?:(?<=\s)|^)(?:姓名|收货人|收件人|联系人|手机号|手机|电话|邮箱|收货地址|地址)[ \t]+)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d+])(?:"
    r"(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?:-\d{2,6})?"
    r"|(?:(?:\+|00)?86[- ]?)?\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,6})?"
    r"|400[- ]?\d{3}[- ]?\d{4}"
    r"|\+\d{1,3}[\d ()-]{5,18}\d"
    r")(?!\d)"
)
_MOBILE = re.compile(r"((?:\+|00)?86)?[- ]?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(-\d{2,6})?")
_DIGITS = re.compile(r"\+?\d[\d ()-]{4,20}\d")
_CHINESE_NAME = re.compile(
    r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+)(?:先生|女士|小姐|老师|总)?"
)
_LATIN_NAME = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*){0,3}")
_ADDRESS = re.compile(
    r"[省市区县镇乡村路街道巷弄号栋幢楼室层院园苑城厦铺店厂]$|\d|^(?:快递|周|工作日|请|勿|不|地址|谢谢)"
    r"|\b(?:street|st|road|rd|avenue|ave|lane|building|floor|room|district|city|province)\b",
    re.IGNORECASE,
)
_TAKEN_IN = re.compile(r"[（(]?收[)）]?$")


def split_block(text: str, finder: PlaceFinder) -> Pasted:
    """Return what a block of text says of a customer: Chinese or English, with labels or without."""
    return _Splitting(text, finder).result()


class _Splitting:
    """The work on one text: every character gets a kind."""

    def __init__(self, text: str, finder: PlaceFinder) -> None:
        self._text = text
        self._finder = finder
        self._folded = "".join(_fold(char) for char in text[:READ])
        self._kinds = [Kind.REST] * len(self._folded)
        self._emails: list[str] = []
        self._phones: list[str] = []
        self._place: tuple[Region, ...] = ()
        self._name = ""
        self._labelled: dict[Kind, list[int]] = {}

    def result(self) -> Pasted:
        self._find_labels()
        self._find_emails()
        self._find_phones()
        self._find_place()
        self._find_name()
        note = self._take_rest()
        return Pasted(
            self._name,
            tuple(dict.fromkeys(self._phones)),
            tuple(dict.fromkeys(self._emails)),
            self._place,
            note,
            tuple(_stretches(self._kinds, len(self._text))),
        )

    def _mark(self, kind: Kind, start: int, end: int) -> None:
        self._kinds[start:end] = [kind] * (end - start)

    def _is_free(self, start: int, end: int) -> bool:
        return all(kind is Kind.REST for kind in self._kinds[start:end])

    def _find_labels(self) -> None:
        for match in _LABEL.finditer(self._folded):
            name = match.lastgroup or ""
            kind = _bare(match.group()) if name == "BARE" else Kind[name]
            self._mark(Kind.LABEL, *match.span())
            self._labelled.setdefault(kind, []).append(match.end())

    def _find_emails(self) -> None:
        for match in _EMAIL.finditer(self._folded):
            address = tidy_email(match.group())
            found = check_email(address)
            if self._is_free(*match.span()) and not (found and found.refused):
                self._emails.append(address)
                self._mark(Kind.EMAIL, *match.span())

    def _find_phones(self) -> None:
        for match in _PHONE.finditer(self._folded):
            self._take_phone(match)
        for start in self._labelled.get(Kind.PHONE, ()):
            digits = _DIGITS.match(self._folded, start)
            if digits:
                self._take_phone(digits)

    def _take_phone(self, match: "re.Match[str]") -> None:
        phone = _compact(tidy_phone(match.group()))
        found = check_phone(phone)
        if self._is_free(*match.span()) and not (found and found.refused):
            self._phones.append(phone)
            self._mark(Kind.PHONE, *match.span())

    def _find_place(self) -> None:
        text = "".join(
            char if kind is Kind.REST else _CLAIMED for char, kind in zip(self._folded, self._kinds, strict=True)
        )
        labelled = self._finder.find(text, self._labelled.get(Kind.PLACE, ()))
        found = labelled or self._finder.find(text, sorted({*_starts(text), *self._finder.whole_names(text)}))
        segments = {text[start:end].strip(): (start, end) for start, end in self._segments(_HARD)}
        path, parts = self._finder.meeting(segments)
        if len(parts) > 1 and (found is None or len(path) > len(found.path)):
            self._place = path
            for part in parts:
                self._mark(Kind.PLACE, *segments[part])
        elif found is not None:
            self._place = found.path
            self._mark(Kind.PLACE, found.start, found.end)

    def _find_name(self) -> None:
        for start in self._labelled.get(Kind.NAME, ()):
            end = next((stop for begin, stop in self._segments(_HARD) if begin <= start < stop), start)
            if self._is_free(start, end) and self._take_name(start, end):
                return
        told = self._labelled.get(Kind.REST, ())
        for separators in (_HARD, _GAP):
            for start, end in self._segments(separators):
                name = start not in told and _looks_like_name(self._folded[start:end].strip())
                if name and self._take_name(start, end):
                    return

    def _take_name(self, start: int, end: int) -> bool:
        end = start + len(self._folded[start:end].rstrip())
        taken_in = _TAKEN_IN.search(self._folded, start, end)
        if taken_in and taken_in.start() > start:
            self._mark(Kind.LABEL, *taken_in.span())
            end = taken_in.start()
        name = self._text[start:end].strip()
        if not name or len(name) > NICKNAME_LONGEST:
            return False
        self._name = name
        self._mark(Kind.NAME, start, end)
        return True

    def _segments(self, separators: "re.Pattern[str]") -> Iterator[tuple[int, int]]:
        """Yield the stretches nobody claimed, cut at separators."""
        for run in _runs(self._kinds):
            if run.kind is not Kind.REST:
                continue
            start = run.start
            for match in separators.finditer(self._folded, run.start, run.end):
                if match.start() > start:
                    yield start, match.start()
                start = match.end()
            if start < run.end:
                yield start, run.end

    def _take_rest(self) -> str:
        """Return what is left, without the separators at its ends."""
        left = []
        for run in _runs(self._kinds):
            if run.kind is not Kind.REST:
                continue
            start, end = run.start, run.end
            while start < end and _GAP.fullmatch(self._folded[start]):
                start += 1
            while end > start and _GAP.fullmatch(self._folded[end - 1]):
                end -= 1
            self._mark(Kind.GAP, run.start, start)
            self._mark(Kind.GAP, end, run.end)
            if start < end:
                left.append(self._text[start:end])
        return "\n".join([*left, *filter(None, [self._text[READ:]])])


def _fold(char: str) -> str:
    """Return a character as it is compared, always one."""
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def _compact(phone: str) -> str:
    """Return a phone without blanks, a mobile of the mainland without dashes too: so the server finds it again."""
    mobile = _MOBILE.fullmatch(phone)
    return "".join(part or "" for part in mobile.groups()) if mobile else phone.replace(" ", "")


def _bare(label: str) -> Kind:
    word = label.strip()
    return next(kind for kind, words in _LABELS.items() if re.fullmatch(words, word, re.IGNORECASE))


def _looks_like_name(text: str) -> bool:
    if _ADDRESS.search(text):
        return False
    return bool(_CHINESE_NAME.fullmatch(_TAKEN_IN.sub("", text)) or _LATIN_NAME.fullmatch(text))


def _starts(text: str) -> Iterable[int]:
    """Return where something new begins."""
    return [0, *(match.end() for match in _NEW.finditer(text))]


def _runs(kinds: Sequence[Kind]) -> list[Stretch]:
    """Return the stretches of one kind, in order."""
    found: list[Stretch] = []
    start = 0
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or kinds[end] is not kinds[start]:
            found.append(Stretch(kinds[start], start, end))
            start = end
    return found


def _stretches(kinds: Sequence[Kind], length: int) -> list[Stretch]:
    beyond = [Stretch(Kind.REST, len(kinds), length)] if length > len(kinds) else []
    return [*_runs(kinds), *beyond]
