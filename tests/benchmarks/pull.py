"""The pull against a naive loop of httpx.get: `python tests/benchmarks/pull.py [--customers N] [--latency MS]`.

Prints the rate of both, their ratio, and, with `--kills K`, whether a pull killed K times while customers change
and arrive ends with exactly the server's ids.
"""

import argparse
import asyncio
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.api.wire.customer import decode_customer
from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import Interrupted
from desktop.workspace.process import PullProcess
from desktop.workspace.status import Progress
from tests.demo_control import DemoHandle, running
from tests.workspace.rig import KEY, Puller

PAGE = 100


def naive(demo: DemoHandle, pages: int, file: CacheFile | None = None) -> float:
    """Return customers a second of one httpx.get after the other; with `file` each page is kept in it."""
    token = demo.token()
    began = time.perf_counter()
    rows = 0
    for number in range(1, pages + 1):
        reply = httpx.get(
            f"{demo.url}/api/scrm/5/user/list_by_page",
            params={"page_no": number, "page_size": PAGE},
            headers={"token": token, "language": "zh"},
            trust_env=False,
        )
        items = reply.json()["items"]
        rows += len(items)
        if file is not None:
            file.write_page([decode_customer(item) for item in items])
    return rows / (time.perf_counter() - began)


async def timed(puller: Puller) -> tuple[float, float]:
    """Return the seconds until every customer is in the cache, and until the whole pull is done."""
    began = time.perf_counter()
    customers = began

    def after(progress: Progress, _process: PullProcess) -> None:
        nonlocal customers
        if progress.phase in {"dictionaries", "customers"}:
            customers = time.perf_counter()

    await puller.pull(after=after)
    return customers - began, time.perf_counter() - began


async def killed(puller: Puller, customers: int, kills: int) -> None:
    """Kill the child so many times, then let it end."""
    for number in range(1, kills + 1):
        limit = customers * number // (kills + 1)

        def after(progress: Progress, process: PullProcess, limit: int = limit) -> None:
            if progress.phase == "customers" and progress.done >= limit and process.pid:
                os.kill(process.pid, signal.SIGKILL)

        try:
            await puller.pull(after=after)
        except Interrupted:
            print(f"  killed with {len(puller.ids()):,} in the cache")
    await puller.pull()


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--naive-pages", type=int, default=40)
    parser.add_argument("--latency", type=float, default=0.0, help="milliseconds the server takes for each reply")
    given = parser.parse_args()
    with (
        running("--customers", str(given.customers), "--tokens", "many") as demo,
        tempfile.TemporaryDirectory() as place,
    ):
        if given.latency:
            demo.misbehave("latency", "*/scrm/*", seconds=given.latency / 1000)
        pages = min(given.naive_pages, given.customers // PAGE)
        fetched = naive(demo, pages)
        file = CacheFile.open(Path(place) / "naive.db", KEY)
        kept = naive(demo, pages, file)
        file.close()
        first, whole = asyncio.run(timed(Puller(demo, Path(place) / "timed")))
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        rate = given.customers / first
        print(f"naive loop of httpx.get          {fetched:9,.0f} customers/s")
        print(f"the same, each page into a cache {kept:9,.0f} customers/s")
        print(f"pull, all in the cache           {rate:9,.0f} customers/s   {first:.1f} s")
        print(f"ratio to each                    {rate / fetched:9.1f} x {rate / kept:.1f} x")
        print(f"with stages and regions          {whole:9.1f} s")
        print(f"processor time of the child      {usage.ru_utime + usage.ru_stime:9.1f} s")
        print(f"peak memory of the child         {usage.ru_maxrss / 1024:9.0f} MB")
        if given.kills:
            demo.churn(changes=1, additions=1, requests=given.customers // PAGE)
            puller = Puller(demo, Path(place) / "killed")
            asyncio.run(killed(puller, given.customers, given.kills))
            truth = set(demo.ids())
            print(f"missed {len(truth - puller.ids())}, too many {len(puller.ids() - truth)} of {len(truth):,}")


if __name__ == "__main__":
    main()
