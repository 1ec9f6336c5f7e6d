"""Who has how many customers: the counts follow every write, whoever makes it, and older files get them."""

import random
from collections import Counter
from pathlib import Path

import pytest

from desktop.cache import sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.schema import CACHE
from desktop.domain.customers.customer import Customer
from desktop.domain.following.assigning import FOLLOWED, POOL, Standing
from tests.cache.conftest import KEY

AGENTS = ("", "a" * 32, "somebody", "x" * 400, "\ud83d'; DROP TABLE standing; --", "0")


def customer(key: int, status: int | str | None, agent: str) -> Customer:
    fields = {"nickname": str(key), "status": status, "agent_id": agent}
    return Customer(f"c{key}", {name: value for name, value in fields.items() if value not in (None, "")})


def counted(cache: CacheFile, ids: list[str]) -> Counter[Standing]:
    keys = [key for one in ids if (key := cache.key_of(one)) is not None]
    return Counter(standing for _, standing in cache.standings.of(keys))


@pytest.mark.parametrize("seed", range(3))
def test_counts_follow_any_writes(seed: int, cache: CacheFile, path: Path) -> None:
    rng = random.Random(seed)
    other = CacheFile.open(path, KEY)
    for step in range(30):
        writer = rng.choice((cache, other))
        some = rng.sample(range(40), rng.randrange(1, 12))
        if rng.random() < 0.25:
            writer.remove([f"c{key}" for key in some])
        else:
            status = (None, 0, 1, 2, 3, 4, 9, "wrong")
            page = [customer(key, rng.choice(status), rng.choice(AGENTS)) for key in some]
            writer.write_page(page, sweep=rng.choice((0, step)))
        assert cache.standings.counts() == counted(cache, [f"c{key}" for key in range(40)])
    assert sum(cache.standings.counts().values()) == cache.counts().total
    other.close()


def test_a_write_that_fails_counts_nothing(cache: CacheFile) -> None:
    cache.write_page([customer(1, FOLLOWED, "a")])
    before = cache.standings.counts()
    with pytest.raises(AttributeError):
        cache.write_page([customer(2, POOL, ""), None])  # type: ignore[list-item]
    assert cache.standings.counts() == before == {Standing(FOLLOWED, "a"): 1}


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_an_earlier_version_counts_what_it_holds(path: Path, read_only: bool) -> None:
    old = sealed.open_sealed(path, KEY, sealed.Schema(CACHE.steps[:2], CACHE.synchronous))
    old.execute(
        "INSERT INTO customer(row, id, mark, sweep, status, agent_id) VALUES"
        " (1, 'x', 0, 0, 3, 'a'), (2, 'y', 0, 0, 3, 'a'), (3, 'z', 0, 0, NULL, NULL)"
    )
    old.close()
    cache = CacheFile.open(path, KEY, read_only=read_only)
    assert cache.standings.counts() == {Standing(FOLLOWED, "a"): 2, Standing(): 1}
    cache.close()
