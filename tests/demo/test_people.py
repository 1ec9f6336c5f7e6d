import json
import tracemalloc
from collections import Counter

from desktop.demo.people import EPOCH, SPAN, People, dumped, records
from desktop.demo.places import regions
from desktop.demo.tagging import starting_tags

COUNT = 6000
SAMPLE = list(records(COUNT, 5))


def share(name: str) -> float:
    return sum(name in each for each in SAMPLE) / COUNT


def is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def test_the_same_seed_makes_the_same_people() -> None:
    assert list(records(50, 5)) == SAMPLE[:50]
    assert list(records(20, 5, first=100)) == SAMPLE[100:120]
    assert list(records(5, 6)) != SAMPLE[:5]
    assert len({each["id"] for each in SAMPLE}) == COUNT


def test_ids_tell_their_number() -> None:
    people = People(5)
    for number in (0, 1, 999_999, 123_456_789):
        assert people.number(people.id(number)) == number
    assert people.number("f" * 32) > 1 << 40
    assert people.number("x") == people.number("g" * 32) > 1 << 100


def test_people_are_like_people() -> None:
    assert 0.55 < sum(is_chinese(each["nick"]) for each in SAMPLE) / COUNT < 0.8
    assert 0.6 < share("email") < 0.8
    assert 0.7 < share("tel") < 0.9
    assert 0.4 < share("provice_name") < 0.7
    assert 0.1 < share("vip_level") < 0.2
    assert 0.005 < sum(any(ord(letter) > 0x1F000 for letter in each["nick"]) for each in SAMPLE) / COUNT < 0.06
    surnames = Counter(each["uname"][0] for each in SAMPLE if is_chinese(each.get("uname", "")))
    assert {"王", "李", "张"} == {name for name, _ in surnames.most_common(3)}
    phones = [each["tel"] for each in SAMPLE if "tel" in each]
    assert any("," in phone for phone in phones)
    assert any(phone.startswith("+") for phone in phones)
    assert len(set(phones)) > len(phones) * 0.99


def test_a_record_has_the_size_of_a_real_one() -> None:
    sizes = [len(dumped(each)) for each in SAMPLE]
    assert 1200 < sum(sizes) / COUNT < 1600
    assert max(sizes) < 3500


def test_places_fit_into_each_other() -> None:
    for each in SAMPLE:
        if "cityid" in each:
            city = regions()[each["cityid"]]
            assert (city.parent, city.name[1]) == (each["proviceid"], each["city_name"])
            assert regions()[each["proviceid"]].name[1] == each["provice_name"]
        if "areaid" in each:
            district = regions()[each["areaid"]]
            assert (district.parent, district.name[1]) == (each["cityid"], each["area_name"])


def test_times_lie_in_three_years_with_bursts() -> None:
    assert all(EPOCH - SPAN <= each["update_time"] <= EPOCH for each in SAMPLE)
    assert all(each["create_time"] <= each["update_time"] for each in SAMPLE)
    assert all(each["create_date"] <= each["create_time"] for each in SAMPLE)
    seconds = Counter(each["update_time"] for each in SAMPLE)
    assert seconds.most_common(1)[0][1] > 40
    assert len(seconds) > COUNT * 0.85


def test_tags_are_skewed_and_keep_to_single_choice() -> None:
    group_of = {tag: (group, multiple) for tag, group, multiple in starting_tags()}
    seen: Counter[str] = Counter()
    for each in SAMPLE:
        tags = each["biz_label"].split(",") if "biz_label" in each else []
        single = [group_of[tag][0] for tag in tags if not group_of[tag][1]]
        assert len(set(single)) == len(single)
        seen.update(tags)
    assert len(group_of) == len(seen) == 179
    assert seen.most_common(1)[0][1] > 6 * seen.most_common()[-1][1]


def test_custom_fields_of_all_kinds_are_answered() -> None:
    kinds: Counter[str] = Counter()
    for each in SAMPLE:
        answers = json.loads(each["ex_field_str"])
        kinds.update(answer["field_type"] for answer in answers)
        assert all(answer["field_text"] for answer in answers if answer["field_type"] >= "6")
    assert set(kinds) == set("123456789")


def test_a_long_stream_takes_no_memory() -> None:
    tracemalloc.start()
    for _ in records(5000, 3):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20
