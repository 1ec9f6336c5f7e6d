"""`kefu-desk export`: customers into a table file."""

from argparse import Namespace

from desktop.cli.columns import EXPORTED, Columns, chosen
from desktop.cli.export import writer_for
from desktop.cli.failures import DONE
from desktop.cli.reading import reading_of
from desktop.cli.session import Session
from desktop.cli.where import asked


def run(parsed: Namespace, session: Session) -> int:
    """Write the customers asked for into the file of --out and say how many."""
    write = writer_for(parsed.out)
    reading = reading_of(session)
    wanted = asked(parsed.where, parsed.search, reading.entries)
    columns = Columns(chosen(parsed.columns, EXPORTED), reading.entries)
    count = write(parsed.out.expanduser(), columns.names, map(columns.row, reading.customers(wanted)))
    print(session.say(f"{count} customers in {parsed.out}", f"已导出 {count} 位客户到 {parsed.out}"))
    return DONE
