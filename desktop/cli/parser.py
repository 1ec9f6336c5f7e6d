"""The command line's words. The only importer of argparse."""

import argparse
from pathlib import Path

from desktop import __version__

_WHERE = "a condition: FIELD=VALUE, FIELD~PART, FIELD>=VALUE, FIELD<=VALUE, tag=, stage=, agent=, source=, vip="
_CONDITIONS = """
Conditions hold together; several values of one field (repeat the condition) are alternatives. Fields go by
the document's names (tel, update_time ...) or by ours (phone, updated ...); times are dates (2026-01-31),
date and time (2026-01-31T08:00) or seconds; tag=, stage=, agent= take a name or an id; FIELD= asks for
customers without a value.
"""

_MAP = "what a column holds, e.g. 手机=phone; COLUMN= leaves it out; what is not given is guessed from the titles"
_IMPORT = """
The first row names the columns. A row is about the customer with its id, docking id, phone or e-mail; without one
it makes a customer. Cells that are blank leave what is there; tags are added. Every row is compared with what the
server has now before anything is sent; an import that was broken off goes on with the next one.
"""

_EDITS = """
Each line is one edit:
  {"op": "add_tags", "customer": ID, "tags": [ID]}           remove_tags takes the same
  {"op": "create_tag_group", "name": .., "color": "#RRGGBB", "multiple": true, "tags": [NAME]}
  {"op": "update_tag_group", "group": ID, ..}                {"op": "remove_tag_group", "group": ID}
  {"op": "create_tag", "group": ID, "name": .., "param_name": ..}
  {"op": "update_tag", "tag": ID, ..}                        {"op": "remove_tag", "tag": ID}
  {"op": "update_customer", "customer": ID, "set": {..}}     {"op": "create_customer", "set": {..}}
  {"op": "set_stage", "customer": ID, "stage": ID, "type": 1, "note": ..}
  {"op": "add_record", "customer": ID, "content": ..}
  {"op": "assign", "customers": [ID], "agents": [ID], "kind": 1}
  {"op": "recycle", "customers": [ID], "valid": true}
  {"op": "blacklist", "customer": ID, "kind": 24, "reason": ..}
  {"op": "unblacklist", "customer": ID}
"set" has the names of Sobot's document: nick, tel, email, remark, crm_status, ex_field_str and so on.
A line is answered with "queued" once the edit is safe on this machine, and later with "done", "rejected" or
"unknown" and the reason. The exit code is 0 when all are done, else 1.
"""


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="kefu-desk",
        description="Customers and tags of a Sobot account. Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kefu-desk {__version__}")
    parser.add_argument(
        "--demo", action="store_true", help="use a demo server of its own, with invented customers"
    )
    parser.add_argument("--profile", metavar="N", help="the account to use (default: the one used last)")
    parser.add_argument("--data-dir", metavar="DIR", type=Path, help="where the program keeps its files")
    parser.add_argument("--lang", choices=["en", "zh"], help="the language of texts (default: the preference)")
    for hidden, kind in (("--screenshot", Path), ("--size", str), ("--stall-log", Path)):
        parser.add_argument(hidden, type=kind, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _profile(commands)
    _sync(commands)
    _list(commands)
    _export(commands)
    _import(commands)
    _apply(commands)
    commands.add_parser("doctor", help="check clock, account, keyring, files and connection", allow_abbrev=False)
    _demo_server(commands)
    return parser


def _profile(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    profile = commands.add_parser("profile", help="add, list and remove accounts", allow_abbrev=False)
    actions = profile.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser(
        "add",
        help="add an account; its app_key comes from standard input or KEFU_APP_KEY",
        allow_abbrev=False,
    )
    add.add_argument("name", metavar="NAME")
    add.add_argument("--base-url", metavar="URL", required=True, help="the server, e.g. https://sg.sobot.io")
    add.add_argument("--appid", metavar="ID", required=True)
    add.add_argument("--proxy", metavar="URL", default="", help="an HTTP proxy for this account")
    actions.add_parser("list", help="list the accounts", allow_abbrev=False)
    remove = actions.add_parser("remove", help="remove an account, its keys and its files", allow_abbrev=False)
    remove.add_argument("name", metavar="NAME")


def _sync(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sync = commands.add_parser("sync", help="fetch what changed on the server", allow_abbrev=False)
    sync.add_argument("--full", action="store_true", help="fetch everything anew")
    sync.add_argument("--json", action="store_true", help="tell the progress as JSON, one object a line")


def _list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser(
        "list", help="print customers from this machine's files", epilog=_CONDITIONS, allow_abbrev=False
    )
    _query(listing)
    listing.add_argument("--json", action="store_true", help="one object a line, all fields")


def _export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser(
        "export", help="write customers into a table file", epilog=_CONDITIONS, allow_abbrev=False
    )
    _query(export)
    export.add_argument("--out", metavar="FILE.csv|.xlsx", type=Path, required=True)


def _import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    imports = commands.add_parser(
        "import", help="make and change customers by a table (CSV, XLSX)", epilog=_IMPORT, allow_abbrev=False
    )
    imports.add_argument("file", metavar="FILE", type=Path)
    imports.add_argument("--map", metavar="COLUMN=FIELD", nargs="+", action="extend", default=[], help=_MAP)
    imports.add_argument(
        "--sheet", metavar="NAME", default="", help="the sheet of a workbook (default: the first)"
    )
    imports.add_argument("--dry-run", action="store_true", help="only tell what each row would do")
    imports.add_argument(
        "--rejected", metavar="FILE", type=Path, help="write the rows that were not imported there"
    )
    imports.add_argument("--json", action="store_true", help="one object a row, then one with the counts")


def _apply(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    apply = commands.add_parser(
        "apply",
        help="make edits, one JSON object a line",
        epilog=_EDITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    apply.add_argument("file", metavar="FILE.jsonl", help="- reads standard input; an empty one sends what waits")
    apply.add_argument("--offline", action="store_true", help="only queue the edits; the next run sends them")
    apply.add_argument("--json", action="store_true", help="nothing but JSON, one object a line")
    outbox = commands.add_parser("outbox", help="list the edits that wait", allow_abbrev=False)
    outbox.add_argument("--json", action="store_true", help="one object a line")


def _query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--where", metavar="k=v", nargs="+", action="extend", default=[], help=_WHERE)
    parser.add_argument("--search", metavar="TEXT", default="", help="what the search field of the window finds")
    parser.add_argument("--columns", metavar="NAME,...", default="", help="the fields shown, in their order")


def _demo_server(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    server = commands.add_parser("demo-server", help="serve invented customers on loopback", allow_abbrev=False)
    server.add_argument("--port", metavar="N", type=_port, default=0, help="0, the default, takes a free one")
    server.add_argument("--customers", metavar="N", type=_count, default=2000)


def _port(text: str) -> int:
    return _within(text, 0, 65535)


def _count(text: str) -> int:
    return _within(text, 0, 10_000_000)


def _within(text: str, low: int, high: int) -> int:
    if not text.isdecimal() or not low <= int(text) <= high:
        raise argparse.ArgumentTypeError(f"a number from {low} to {high} is wanted, not {text!r}")
    return int(text)
