"""What only a customer's detail tells is not wiped by the list, which never has it."""

from dataclasses import replace
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer, detail_over

KEY = bytes(range(32))
LISTED = Customer("c1", {"nickname": "Ann", "phone": "13800138000", "updated": 10})
DETAIL = Customer("c1", {"nickname": "Ann", "country_name": "China", "telegram_ids": ("t1",)})


def test_a_row_of_the_list_keeps_what_the_detail_told(tmp_path: Path) -> None:
    file = CacheFile.open(tmp_path / "cache.db", KEY)
    file.write_page([LISTED])
    file.write_page([detail_over(LISTED, DETAIL)], detailed=True)
    later = replace(LISTED, fields={**LISTED.fields, "nickname": "Anna", "updated": 20})
    assert file.write_page([later]).updated == ("c1",)
    (now,) = file.customers(["c1"])
    assert now.text("nickname") == "Anna"
    assert now.text("country_name") == "China"
    assert now.ids("telegram_ids") == ("t1",)
    assert not file.write_page([later])
    file.close()


def test_a_detail_that_has_a_field_no_more_clears_it(tmp_path: Path) -> None:
    file = CacheFile.open(tmp_path / "cache.db", KEY)
    file.write_page([detail_over(LISTED, DETAIL)], detailed=True)
    (known,) = file.bases(["c1"])
    file.write_page([detail_over(known, Customer("c1", {"nickname": "Ann"}))], detailed=True)
    (now,) = file.customers(["c1"])
    assert "country_name" not in now.fields
    assert now.text("phone") == "13800138000"
    file.close()
