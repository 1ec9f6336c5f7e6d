"""Companies known from customers: found by any part of the name, each once."""

from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.workspace.lookups.companies import companies_of
from tests.workspace.rig import KEY

HUAWEI, HARBOUR, YUNQI = "华为技术有限公司", "Blue Harbour Trading", "杭州云栖网络科技有限公司"
NAMED = [("e1", HUAWEI), ("", HUAWEI), ("e2", HARBOUR), ("", YUNQI), ("e3", " "), ("", "")]


@pytest.fixture
def file(tmp_path: Path) -> CacheFile:
    made = CacheFile.open(tmp_path / "cache.db", KEY)
    made.write_page(
        [
            Customer(f"c{place}", {"nickname": HUAWEI, "enterprise_id": key, "enterprise_name": name})
            for place, (key, name) in enumerate(NAMED * 3)
        ]
    )
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", {("e1", HUAWEI), ("e2", HARBOUR), ("", YUNQI)}),
        ("华为", {("e1", HUAWEI)}),
        (" 技术 ", {("e1", HUAWEI)}),
        ("BLUE h", {("e2", HARBOUR)}),
        ("nobody", set()),
        ("%_'\x00", set()),
    ],
)
def test_companies_are_found_by_what_is_typed(file: CacheFile, typed: str, found: set[tuple[str, str]]) -> None:
    assert set(companies_of(file, typed)) == found
