"""Records whose answers get lost: `python tests/attacks/records.py [COUNT]` (100) tells how many arrived."""

import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.domain.following_intents import AddRecord
from desktop.workspace.push.kinds import records
from tests.demo_control import DemoHandle, running
from tests.workspace.pushrig import pushing

_CUSTOMERS = 5


async def cut_replies(demo: DemoHandle, folder: Path, count: int) -> dict[str, int]:
    """Write so many records while every answer is cut; return how many arrived, and how many twice or not at all.

    Every second call is cut before it takes effect at its first try; the customers are few and the words are the
    same again and again, so that one record could be taken for another.
    """
    customers = demo.ids()[:_CUSTOMERS]
    before = sum((on_server(demo, one) for one in customers), Counter[str]())
    written = Counter[str]()
    async with pushing(demo, folder) as rig:
        demo.misbehave("cut_before", path="*/user_stage/record_save", probability=0.5, count=count // 2)
        demo.misbehave("cut_after", path="*/user_stage/record_save")
        for number in range(count):
            customer = customers[number % len(customers)]
            content = f"{customer}: no answer" if number % 2 else f"{customer}: call {number}"
            written[content] += 1
            await rig.submit(AddRecord(customer=customer, content=content))
        await rig.quiet(120)
        left = len(rig.account.outbox.entries())
    after = sum((on_server(demo, one) for one in customers), Counter[str]()) - before
    assert not left, f"{left} wait for a person"
    return {
        "on the server": after.total(),
        "twice": (after - written).total(),
        "lost": (written - after).total(),
    }


def on_server(demo: DemoHandle, customer: str) -> Counter[str]:
    """Return the records of a customer by their text, as the server's ledger has them."""
    saved = demo.ledger("user_stage/record_save")
    return Counter(str(one.params["content"]) for one in saved if one.params["userid"] == customer)


async def _main(count: int) -> None:
    records.WAITS = (0.05, 0.1)
    with running("--customers", "10") as demo, tempfile.TemporaryDirectory() as folder:
        demo.reset(customers=10, tokens="many")
        print(await cut_replies(demo, Path(folder), count))


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
