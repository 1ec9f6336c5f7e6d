"""The pull against a naive loop of httpx.get that keeps its pages in the cache too, near and 80 ms away."""

import asyncio
import json
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from desktop.api.request import RawReply
from desktop.api.wire import customers as wire
from desktop.api.wire.reply import read_reply
from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.filters import CustomerFilter
from desktop.workspace.child.process import PullProcess
from desktop.workspace.status import Progress
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.demo_control import DemoHandle, running
from tests.workspace.rig import KEY, Puller

PAGE = 100
PULLED = 20_000
FAR = 10_000
NEAR_PAGES, FAR_PAGES = 40, 15
LATENCY = 0.080
decode = wire.list_by_page(CustomerFilter(), 1, PAGE).decode


def measure(bench: Bench) -> Figures:
    """Pull everything twice: from near, and from far."""
    near, far = min(bench.times(PULLED, least=2_000), PULLED), min(bench.times(FAR, least=2_000), FAR)
    plain, bare, rate, whole = both(near, 0.0, NEAR_PAGES)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    far_plain, far_bare, far_rate, _ = both(far, LATENCY, FAR_PAGES)
    return {
        "against a naive loop of httpx.get, on loopback": rate / plain,
        "against a naive loop of httpx.get, with 80 ms latency": far_rate / far_plain,
        "against a loop that keeps nothing, on loopback": rate / bare,
        "against a loop that keeps nothing, with 80 ms latency": far_rate / far_bare,
        "customers/s": rate,
        "customers/s of the naive loop": plain,
        "customers/s of a loop that keeps nothing": bare,
        "customers/s with 80 ms latency": far_rate,
        "customers pulled": near,
        "s with stages and regions": whole,
        "peak memory of the child, MB": usage.ru_maxrss / 1024,
    }


def both(customers: int, latency: float, pages: int) -> tuple[float, float, float, float]:
    """Return customers/s of the naive loop, keeping and not, of the pull, and the seconds of all of the pull."""
    with (
        running("--customers", str(customers), "--tokens", "many") as demo,
        tempfile.TemporaryDirectory() as place,
    ):
        if latency:
            demo.misbehave("latency", "*/scrm/*", seconds=latency)
        pages = min(pages, customers // PAGE)
        files = ProfileFiles(Path(place) / "naive")
        file = CacheFile.open(files.cache, KEY)
        plain = naive(demo, pages, lambda body: file.write_page(decode(read_reply(RawReply(200, body))).items))
        file.close()
        bare = naive(demo, pages, json.loads)
        first, whole = asyncio.run(pulled(Puller(demo, Path(place) / "timed")))
        return plain, bare, customers / first, whole


def naive(demo: DemoHandle, pages: int, keep: Callable[[bytes], object]) -> float:
    """Return customers a second of one httpx.get after the other, each page given to `keep`."""
    token = demo.token()
    began = time.perf_counter()
    for number in range(1, pages + 1):
        reply = httpx.get(
            f"{demo.url}/api/scrm/5/user/list_by_page",
            params={"page_no": number, "page_size": PAGE},
            headers={"token": token, "language": "zh"},
            trust_env=False,
        )
        keep(reply.content)
    return pages * PAGE / (time.perf_counter() - began)


async def pulled(puller: Puller) -> tuple[float, float]:
    """Return the seconds until every customer is in the cache, and until the whole pull is done."""
    began = time.perf_counter()
    customers = began

    def after(progress: Progress, _process: PullProcess) -> None:
        nonlocal customers
        if progress.phase in {"dictionaries", "customers"}:
            customers = time.perf_counter()

    await puller.pull(after=after)
    return customers - began, time.perf_counter() - began


ROW = Row(
    (
        Goal("against a naive loop of httpx.get, on loopback", 4.0, unit="x", floor=4.1, least=True),
        Goal("against a naive loop of httpx.get, with 80 ms latency", 9.0, unit="x", floor=9.6, least=True),
    ),
    measure,
    grows=False,
)
