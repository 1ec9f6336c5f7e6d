"""Makes the n-th customer of a seed: always the same, each without the ones before it."""

import json
import struct
import time
from collections.abc import Iterator
from hashlib import shake_128
from typing import Any, TypeAlias

from desktop.demo import contacts, tenant
from desktop.demo.answers import Answers
from desktop.demo.names import parts
from desktop.demo.phrases import NOTES_EN, NOTES_ZH
from desktop.demo.places import LANGUAGES, Region, children, countries, zones
from desktop.demo.tagging import starting_tags
from desktop.demo.weights import skewed

Record: TypeAlias = "dict[str, Any]"

DAY = 86400
SPAN = 3 * 365 * DAY
EPOCH = 1_767_225_600
"""The newest time in the records of `records`: 2026-01-01."""

_MASK = (1 << 128) - 1
_WIDE = (1 << 64) - 1
_FACTOR = 0x9E3779B97F4A7C15F39CC0605CEDC835
_BACK = pow(_FACTOR, -1, 1 << 128)
_BURSTS = 48

BEYOND_ROW = frozenset(
    {
        "countryid",
        "country_name",
        "wx_external_userids",
        "wx_unionids",
        "wx_openids",
        "whatsappids",
        "faceBookids",
        "instagramids",
        "lineids",
        "telegramids",
        "discordids",
    }
)
"""What only the detail of a customer holds, not its row in the list."""


def mixed(value: int) -> int:
    """Return 64 well-mixed bits of a number."""
    value = (value + 0x9E3779B97F4A7C15) & _WIDE
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _WIDE
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _WIDE
    return value ^ (value >> 31)


class People:
    """Every customer of a seed, made when asked for. `today` is the newest time in them, seconds."""

    def __init__(self, seed: int, today: int = EPOCH) -> None:
        self.today = today
        self._salt = mixed(seed)
        self._shift = (mixed(seed + 1) << 64) | mixed(seed + 2)
        self._bursts = [today - mixed(self._salt ^ place) % SPAN for place in range(_BURSTS)]
        self._import_day = today - mixed(self._salt) % (SPAN // 2)
        self._tags = skewed(starting_tags(), 4096)
        self._cities = [region for region in children_of_provinces() if region.code in children()]
        self._answers = Answers()

    def id(self, number: int) -> str:
        """Return the id of the `number`-th customer."""
        return f"{(number * _FACTOR + self._shift) & _MASK:032x}"

    def number(self, id_: str) -> int:
        """Return which customer an id would belong to; beyond any count when it is none of this seed's."""
        try:
            return ((int(id_, 16) - self._shift) * _BACK) & _MASK if len(id_) == 32 else _MASK
        except ValueError:
            return _MASK

    def updated(self, number: int) -> int:
        """Return the update time of a customer: more in recent months, many in the same second now and then."""
        value = mixed(self._salt + number)
        kind = value & 0xFF
        if kind < 20:
            return self._bursts[(value >> 8) % _BURSTS]
        if kind < 23:
            return self._import_day
        share = (value >> 11) / (1 << 53)
        return self.today - int(SPAN * share * share * share**0.5) - 1

    def blacklisted(self, number: int) -> bool:
        """Return whether the customer starts on the blacklist."""
        return mixed(self._salt ^ (number << 1) ^ 0xB1AC) % 211 == 0

    def dice(self, number: int) -> tuple[int, ...]:
        """Return the 64 numbers (16 bits each) that all choices for a customer are made with."""
        return struct.unpack("<64H", shake_128(struct.pack("<QQ", self._salt, number)).digest(128))

    def record(self, number: int) -> Record:
        """Return the whole customer: its row in the list and what only its detail holds."""
        d = self.dice(number)
        record: Record = {"id": self.id(number), "pid": tenant.COMPANY}
        chinese = contacts.person(record, d)
        self._place(record, d, chinese)
        self._work(record, d, chinese)
        self._labels(record, d)
        self._origin(record, d, number)
        contacts.social(record, d)
        return record

    def stage(self, number: int) -> str:
        """Return the id of the follow-up stage a customer starts in, "" for none."""
        d = self.dice(number)
        if _status(d[30]) != 3 or d[33] % 8 == 0:
            return ""
        return tenant.STAGES[(d[34] % 8) * (d[35] % 8) // 8].id

    def _place(self, record: Record, d: tuple[int, ...], chinese: bool) -> None:
        if chinese or d[8] % 3 == 0:
            if d[8] % 10 < 7:
                city = self._cities[d[9] * d[10] // 65536 * len(self._cities) // 65536]
                inside = children()[city.code]
                _region(record, city, inside[d[11] % len(inside)] if d[8] % 10 < 5 else None)
            record |= {"countryid": "156", "country_name": "中国"} if d[12] % 4 == 0 else {}
        elif d[12] % 2:
            country, name = countries()[d[13] % len(countries())]
            record |= {"countryid": country, "country_name": name[1]}
        if d[14] % 5 == 0:
            zone, text = (
                ("Asia/Shanghai", ("", "GMT+08:00 北京、上海、重庆")) if chinese else zones()[d[15] % len(zones())]
            )
            record |= {"timezoneid": zone, "timezone_value": text[1]}
        if d[14] % 4 == 0:
            code, text = LANGUAGES[0 if chinese else d[16] % len(LANGUAGES)]
            record |= {"language": code, "language_value": text[1]}

    def _work(self, record: Record, d: tuple[int, ...], chinese: bool) -> None:
        if d[20] % 10 < 6:
            number = d[21] * d[22] // 65536 % 6000
            record["enterpriseid"], record["enterprise_name"] = contacts.enterprise(number, chinese)
        if d[23] % 10 < 5:
            notes = NOTES_ZH if chinese else NOTES_EN
            note = notes[d[24] % len(notes)]
            if chinese and d[25] % 2:
                note = f"{note},{parts('papers')[d[26] % 5]} {d[27]:05d}{d[28]:05d}"
            record["remark"] = note
        vip = d[29] % 100 < 15
        record["is_vip"] = "1" if vip else "0"
        if vip:
            record["vip_level"] = tenant.LEVELS[(d[29] >> 8) % 5 * ((d[29] >> 3) % 5) // 5][0]
        record["crm_status"] = status = _status(d[30])
        if status == 3:
            agent = tenant.AGENTS[d[31] * d[32] // 65536 * len(tenant.AGENTS) // 65536]
            record |= {"liable_serviceid": agent.id, "liable_service_name": agent.name}

    def _labels(self, record: Record, d: tuple[int, ...]) -> None:
        wanted = (0, 1, 1, 2, 2, 3, 4, 6)[d[36] % 8]
        taken: dict[str, str] = {}
        for place in range(wanted):
            tag, group, multiple = self._tags[d[37 + place] % 4096]
            taken.setdefault(tag if multiple else group, tag)
        if taken:
            record["biz_label"] = ",".join(taken.values())
        record["extend_fields"] = {}
        record["fixed_fields"] = {"userLabel": "label1,label2,www"} if d[43] % 40 == 0 else {}
        record["ex_field_str"] = self._answers.text(d)

    def _origin(self, record: Record, d: tuple[int, ...], number: int) -> None:
        updated = self.updated(number)
        created = updated if d[54] % 3 == 0 else updated - d[55] * d[56] // 700
        creator = tenant.AGENTS[d[57] % len(tenant.AGENTS)]
        updater = tenant.AGENTS[d[58] % len(tenant.AGENTS)]
        record |= {
            "source": int(tenant.SOURCES[d[59] * d[60] // 65536 * len(tenant.SOURCES) // 65536][0]),
            "status": 8,
            "user_status": 1 if self.blacklisted(number) else 0,
            "create_type": (1, 1, 1, 3, 3, 2, 4, 6)[d[61] % 8],
            "create_time": created,
            "create_date": created - (created + 8 * 3600) % DAY,
            "create_serviceid": creator.id,
            "create_service_name": creator.name,
            "update_time": updated,
            "update_user_id": updater.id,
            "update_user_name": updater.name,
        }


def _status(die: int) -> int:
    return (3, 3, 3, 3, 3, 4, 4, 2, 2, 1)[die % 10]


def _region(record: Record, city: Region, district: Region | None) -> None:
    province = _PROVINCES[city.parent]
    record |= {
        "proviceid": province.code,
        "provice_name": province.name[1],
        "cityid": city.code,
        "city_name": city.name[1],
    }
    if district:
        record |= {"areaid": district.code, "area_name": district.name[1]}


_PROVINCES = {region.code: region for region in children()[""]}


def children_of_provinces() -> list[Region]:
    """Return every city, the large economies first so that they are picked more often."""
    order = {code: place for place, code in enumerate(parts("provinces"))}
    cities = [city for province in _PROVINCES for city in children().get(province, ())]
    return sorted(cities, key=lambda city: (order.get(city.code[:2], 99), city.code))


def row_of(record: Record) -> Record:
    """Return what the customer list shows of a whole record."""
    return {name: value for name, value in record.items() if name not in BEYOND_ROW}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def dumped(record: object) -> bytes:
    """Return JSON as the server writes it; half an emoji is escaped, as nothing else can carry it."""
    try:
        return _ENCODER.encode(record).encode()
    except UnicodeEncodeError:
        return json.dumps(record, separators=(",", ":")).encode()


def records(count: int, seed: int = 1, *, first: int = 0, today: int = EPOCH) -> Iterator[Record]:
    """Yield `count` customers of a seed as the list shows them, from the `first` on, one at a time."""
    people = People(seed, today)
    for number in range(first, first + count):
        yield row_of(people.record(number))


def day_start(now: float | None = None) -> int:
    """Return the start of the current day (UTC), seconds."""
    return int(time.time() if now is None else now) // DAY * DAY
