"""What a customer costs on the disk with all indexes, and how fast customers are written into the cache."""

import json

from desktop.api.wire.customer import encode_customer
from tests.benchmarks.profiles import PEOPLE, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row

_SAMPLE = 1_000


def measure(bench: Bench) -> Figures:
    """Weigh the file."""
    made = profile(bench.folder, bench.size)
    records = (json.dumps(encode_customer(PEOPLE.one(number)), ensure_ascii=False) for number in range(_SAMPLE))
    return {
        "bytes a customer": made.bytes_per_customer,
        "bytes a customer on the wire": sum(len(record.encode()) for record in records) / _SAMPLE,
        "customers/s written when the profile was made": made.rate,
    }


ROW = Row((Goal("bytes a customer", 700.0, unit="bytes"),), measure)
