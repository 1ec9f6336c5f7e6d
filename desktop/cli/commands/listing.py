"""`kefu-desk list`: customers from this machine's files."""

import json
from argparse import Namespace

from desktop.api.wire.customer import encode_customer
from desktop.cli.columns import LISTED, Columns, chosen
from desktop.cli.failures import DONE
from desktop.cli.output import table
from desktop.cli.reading import reading_of
from desktop.cli.session import Session
from desktop.cli.where import asked


def run(parsed: Namespace, session: Session) -> int:
    """Print the customers asked for: as JSON, one object a line, or as a table."""
    reading = reading_of(session)
    wanted = asked(parsed.where, parsed.search, reading.entries)
    if parsed.json:
        for customer in reading.customers(wanted):
            print(json.dumps(encode_customer(customer), ensure_ascii=False))
        return DONE
    columns = Columns(chosen(parsed.columns, LISTED), reading.entries)
    for line in table(columns.names, map(columns.row, reading.customers(wanted))):
        print(line)
    return DONE
