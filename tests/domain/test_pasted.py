"""A pasted "name, phone, address" is split into fields, and nothing of it is lost."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.demo.places import regions
from desktop.domain.customers.pasted import READ, Kind, Pasted, split_block
from desktop.domain.customers.placefinder import PlaceFinder
from desktop.domain.customers.placenames import plain, stem
from desktop.domain.customers.rules import check_email, check_phone
from desktop.domain.dictionaries import Region
from desktop.workspace.lookups.regions import RegionTree

ZH, EN = 1, 0


@cache
def finder(language: int) -> PlaceFinder:
    """Return the finder over all of China."""
    return PlaceFinder(RegionTree(Region(one.code, one.name[language], one.parent) for one in regions().values()))


def split(text: str, language: int = ZH) -> Pasted:
    """Split a block."""
    return split_block(text, finder(language))


def place(pasted: Pasted) -> str:
    """Return the place in short."""
    return "/".join(region.name for region in pasted.place)


BLOCKS = [
    ("张三，13800138000，北京市朝阳区建国路88号", "张三", "13800138000", "北京市/北京市/朝阳区", "建国路88号"),
    ("张三 138 0013 8000 浙江杭州西湖区文三路1号", "张三", "13800138000", "浙江省/杭州市/西湖区", "文三路1号"),
    (
        "收货人：李四\n手机号：+86 139-0013-9000\n所在地区：广东省 深圳市 南山区\n详细地址：科技园南路2号 A座",
        "李四",
        "+8613900139000",
        "广东省/深圳市/南山区",
        "科技园南路2号 A座",
    ),
    ("王小明北京市海淀区中关村1号13800138000", "王小明", "13800138000", "北京市/北京市/海淀区", "中关村1号"),
    ("姓名 张三 电话 13800138000 地址 内蒙古呼和浩特回民区中山西路1号", "张三", "13800138000",
     "内蒙古自治区/呼和浩特市/回民区", "中山西路1号"),
    ("张三收 13800138000-1234 上海市浦东新区", "张三", "13800138000-1234", "上海市/上海市/浦东新区", ""),
    ("上海 李雷 13800138000 周末送货，勿放门口", "李雷", "13800138000", "上海市", "周末送货，勿放门口"),
    ("１３８００１３８０００ 王芳　广西南宁市青秀区民族大道", "王芳", "13800138000",
     "广西壮族自治区/南宁市/青秀区", "民族大道"),
    ("阿依古丽·买买提 0991-88888888 新疆乌鲁木齐天山区", "阿依古丽·买买提", "0991-88888888",
     "新疆维吾尔自治区/乌鲁木齐市/天山区", ""),
    ("赵六 13800138000;13900139000", "赵六", "13800138000,13900139000", "", ""),
    # Streets are called after cities, and districts of one name lie in several.
    ("张三 13800138000 南京西路100号", "张三", "13800138000", "", "南京西路100号"),
    ("朝阳区建国路 赵六", "赵六", "", "", "朝阳区建国路"),
    ("吉林省吉林市船营区解放路", "", "", "吉林省/吉林市/船营区", "解放路"),
    ("110105198801010018", "", "", "", "110105198801010018"),
    ("备注：老客户", "", "", "", "老客户"),
    ("", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "phones", "where", "note"), BLOCKS)
def test_chinese_blocks(text: str, name: str, phones: str, where: str, note: str) -> None:
    found = split(text)
    assert (found.nickname, ",".join(found.phones), place(found), found.note) == (name, phones, where, note)


def test_english_blocks() -> None:
    found = split("John Smith, +1 415 555 2671, js@example.com, 8 Jianguo Road, Chaoyang District, Beijing", EN)
    assert (found.nickname, found.phones, found.emails) == ("John Smith", ("+14155552671",), ("js@example.com",))
    assert [region.id for region in found.place] == ["110000", "110100", "110105"]
    assert found.note == "8 Jianguo Road"
    found = split("Name: Grace Wong\nTel: +65 9123 4567\nE-mail: Grace@Example.com\nAddress: 1 Wensan Road", EN)
    assert (found.nickname, found.phones, found.emails) == ("Grace Wong", ("+6591234567",), ("grace@example.com",))
    assert (found.place, found.note) == ((), "1 Wensan Road")


def test_fields_are_those_of_a_customer() -> None:
    assert split("张三 13800138000 a@example.com 杭州西湖区 文三路").fields() == {
        "nickname": "张三",
        "phone": "13800138000",
        "email": "a@example.com",
        "note": "文三路",
        "province_id": "330000",
        "province_name": "浙江省",
        "city_id": "330100",
        "city_name": "杭州市",
        "district_id": "330106",
        "district_name": "西湖区",
    }


PIECES = st.one_of(
    st.sampled_from(
        [
            *(
                "张三",
                "欧阳娜娜",
                "John Smith",
                "先生",
                "北京市",
                "朝阳区",
                "杭州",
                "西湖区文三路1号",
                "南京西路",
                "吉林",
            ),
            *("姓名：", "电话:", "地址 ", "收货人：", "备注：", "Name: ", "e-mail：", "收", "收货地址："),
            *("13800138000", "+86 138-0013-8000", "010-88888888", "a@example.com", "@", "+", "110105198801010018"),
            *("，", ",", "\n", " ", "；", "\t", "　", "/", "|", "<b>", "\x00", "\u202e", "\ud83d", "🎯"),
        ]
    ),
    st.text(max_size=6),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_is_lost(text: str) -> None:
    found = split(text)
    assert "".join(text[one.start : one.end] for one in found.stretches) == text
    kept = {kind: [text[one.start : one.end] for one in found.stretches if one.kind is kind] for kind in Kind}
    assert found.note == "\n".join(kept[Kind.REST])
    assert found.nickname == "".join(kept[Kind.NAME]).strip()
    assert all(re.fullmatch(r"[\s,，;；|、:：。/]*", gap) for gap in kept[Kind.GAP])
    digits = [re.sub(r"\D", "", plain(phone)) for phone in kept[Kind.PHONE]]
    assert set(digits) == {re.sub(r"\D", "", phone) for phone in found.phones}
    assert {plain(email) for email in kept[Kind.EMAIL]} == {email.casefold() for email in found.emails}
    assert bool(kept[Kind.PLACE]) == bool(found.place)
    if found.place:
        named = plain("".join(kept[Kind.PLACE]))
        assert stem(found.place[-1].name) in named
    assert all((wrong := check_phone(phone)) is None or not wrong.refused for phone in found.phones)
    assert all((wrong := check_email(email)) is None or not wrong.refused for email in found.emails)


@pytest.mark.parametrize("text", ["北京市朝阳区1" * 200_000, "a" * 1_000_000, "1 " * 500_000, "+86-" * 250_000])
def test_a_huge_block_is_looked_at_in_part_and_kept_whole(text: str) -> None:
    found = split(text)
    assert found.note.endswith(text[READ:])
    assert found.stretches[-1].end == len(text)


@given(st.sampled_from(sorted(regions())), st.booleans())
def test_every_place_called_by_its_whole_way_is_found(code: str, blanks: bool) -> None:
    tree = RegionTree(Region(one.code, one.name[ZH], one.parent) for one in regions().values())
    path = tree.path(code)
    text = (" " if blanks else "").join(region.name for region in path)
    found = finder(ZH).at(plain(text), 0)
    assert found is not None
    assert [region.name for region in found.path][: len(path)] == [region.name for region in path]
